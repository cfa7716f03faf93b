import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import { AttendanceWeekRow } from '../../attendance/attendance-week.row.js';

const week = Columns.of(AttendanceWeekRow);
const asHeld = week.parser();

/** One enrolment's packed week. */
export type WeekRow = RowOf<typeof week>;

/** Packed weeks as bulk writes need them, inside an open unit of writing. */
export class WeekRepository {
  constructor(private readonly writing: Writing) {}

  /** The weeks of these enrolments that begin on the given days or between them. */
  async held(enrolments: readonly string[], first: string, last: string): Promise<WeekRow[]> {
    const rows = await this.writing.query(
      `select ${week.select('w')} from education.attendance_week w
        where w.enrolment_id = any ($1) and w.week_beginning between $2 and $3
        order by w.enrolment_id, w.week_beginning`,
      [enrolments, first, last],
    );
    return rows.map(asHeld);
  }

  async save(weeks: readonly WeekRow[]): Promise<void> {
    await this.writing.upsert(week, weeks);
  }
}
