import type { Permit } from '../../../platform/access/permit.js';
import type { Days } from '../../../platform/code-sets/attendance-measures.js';
import type { Opened, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { PackedWeek } from './measures.js';

/** A week as a read brings it back, with the child it was asked for by. */
export interface StoredWeek extends PackedWeek {
  readonly childId: string;
  readonly schoolUrn: string;
}

const weeks = `k.asked as "childId", e.urn as "schoolUrn", w.week_beginning as "weekBeginning", w.marks
  from ctx.keys($1) k join education.attendance_week w on w.child_id = k.held
  join education.enrolment e on e.id = w.enrolment_id`;

const within = {
  name: 'education_weeks_within',
  text: `select ${weeks} where w.week_beginning > $2::date - 7 and w.week_beginning <= $3::date
    order by w.week_beginning, w.marks, w.enrolment_id`,
};

const all = { name: 'education_weeks_all', text: `select ${weeks} order by w.week_beginning, w.marks, w.enrolment_id` };

/** Packed weeks in PostgreSQL. */
export class AttendanceWeekRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** The weeks that any of the days (both inclusive) may lie in. */
  ofChildren(permit: Permit, children: readonly string[], { from, to }: Days): Promise<Opened<StoredWeek>> {
    return this.unit.read(permit, { children }, { ...within, values: [children, from, to] });
  }

  allOfChildren(permit: Permit, children: readonly string[]): Promise<Opened<StoredWeek>> {
    return this.unit.read(permit, { children }, { ...all, values: [children] });
  }
}
