import type { Writing } from '../../../../platform/db/write-unit.js';

/** One enrolment's packed week. */
export interface WeekRow {
  readonly enrolmentId: string;
  readonly childId: string;
  readonly weekBeginning: string;
  readonly marks: Uint8Array;
}

const table = {
  table: 'education.attendance_week',
  columns: { enrolment_id: 'uuid', child_id: 'uuid', week_beginning: 'date', marks: 'bytea' },
  key: ['enrolment_id', 'week_beginning'],
};

/** Packed weeks as bulk writes need them, inside an open unit of writing. */
export class WeekRepository {
  constructor(private readonly writing: Writing) {}

  /** The weeks of these enrolments that begin on the given days or between them. */
  held(enrolments: readonly string[], first: string, last: string): Promise<WeekRow[]> {
    return this.writing.query(
      `select enrolment_id as "enrolmentId", child_id as "childId", week_beginning as "weekBeginning", marks
        from education.attendance_week where enrolment_id = any ($1) and week_beginning between $2 and $3
        order by enrolment_id, week_beginning`,
      [enrolments, first, last],
    );
  }

  async save(weeks: readonly WeekRow[]): Promise<void> {
    const rows = weeks.map(({ enrolmentId, childId, weekBeginning, marks }) => ({
      enrolment_id: enrolmentId,
      child_id: childId,
      week_beginning: weekBeginning,
      marks: `\\x${Buffer.from(marks).toString('hex')}`,
    }));
    await this.writing.upsert(table, rows);
  }
}
