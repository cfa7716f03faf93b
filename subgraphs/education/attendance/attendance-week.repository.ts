import type { Permit } from '../../../platform/access/permit.js';
import type { Days } from '../../../platform/code-sets/attendance-measures.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { type PackedWeek, shownWeek } from './packed-week.js';

/** A week as a read brings it back, with the child it was asked for by. */
export interface StoredWeek extends PackedWeek {
  readonly childId: string;
  readonly schoolUrn: string;
}

// Which of a school's spells a mark stands under depends on what was told first; whether it counts must not. So a mark is
// held against every spell at its school that any of the child's records tells of.
const weeks = `r.asked as "childId", r.urn as "schoolUrn", ${shownWeek.select('w')}, r.on_roll as "onRoll"
  from (select k.asked, e.id, e.urn,
      jsonb_agg(jsonb_build_object('from', e.entry_on, 'until', e.until_on)) filter (where e.status <> 'UNKNOWN')
        over (partition by k.asked, e.urn) as on_roll
    from ctx.keys($1) k join education.enrolment e on e.child_id = k.held) r
  join education.attendance_week w on w.enrolment_id = r.id`;

const parse = shownWeek.parser<StoredWeek>();

const within = {
  name: 'education_weeks_within',
  text: `select ${weeks} where w.week_beginning > $2::date - 7 and w.week_beginning <= $3::date
    order by w.week_beginning, w.marks, w.enrolment_id`,
  parse,
};

const all = {
  name: 'education_weeks_all',
  text: `select ${weeks} order by w.week_beginning, w.marks, w.enrolment_id`,
  parse,
};

/** Packed weeks in PostgreSQL. */
export class AttendanceWeekRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** The weeks that any of the days (both inclusive) may lie in. */
  ofChildren(permit: Permit, children: readonly string[], { from, to }: Days): Promise<SeenChildren<StoredWeek>> {
    return this.unit.read(permit, children, { ...within, values: [children, from, to] });
  }

  allOfChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredWeek>> {
    return this.unit.read(permit, children, { ...all, values: [children] });
  }
}
