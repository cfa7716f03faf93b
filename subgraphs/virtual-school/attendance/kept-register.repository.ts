import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { KeptCalendarWeekRow } from './kept-calendar-week.row.js';
import { KeptSchoolWeekRow } from './kept-school-week.row.js';
import { KeptEnrolmentRow } from './kept-enrolment.row.js';
import type { KeptRegisters } from './kept-registers.js';
import { KeptWeekRow } from './kept-week.row.js';

const week = Columns.of(KeptWeekRow).only('weekBeginning', 'schoolUrn', 'marks');
const roll = Columns.of(KeptEnrolmentRow).only('schoolUrn', 'status', 'from', 'until');
const open = Columns.of(KeptSchoolWeekRow).only('urn', 'weekBeginning', 'schoolDays');
const closed = Columns.of(KeptCalendarWeekRow).only('urn', 'weekBeginning', 'calendarDays', 'openDays');

/** Whose weeks these are: of schools on whose roll the child was on a day of them. */
const ofRolls = (table: string, week: string): string =>
  `from virtual_school.kept_enrolment e join virtual_school.${table} ${week} on ${week}.urn = e.school_urn
          and e.held_from < ${week}.week_beginning + 5 and (e.held_until is null or ${week}.week_beginning < e.held_until)
        where e.child_id = k.held and e.status <> 'UNKNOWN'`;

const ofChildren = {
  name: 'virtual_school_kept_registers',
  text: `select k.asked as "childId",
      (select ${week.list('w', 'w.week_beginning, w.school_urn, w.marks')}
        from virtual_school.kept_week w where w.child_id = k.held) as weeks,
      (select ${roll.list('e', 'e.held_from, e.school_urn, e.status')}
        from virtual_school.kept_enrolment e where e.child_id = k.held) as rolls,
      (select ${open.list('s', 's.week_beginning, s.urn')}
        ${ofRolls('kept_school_week', 's')} and s.school_days > 0) as "schoolWeeks",
      (select ${closed.list('c', 'c.week_beginning, c.urn')}
        ${ofRolls('kept_calendar_week', 'c')} and c.open_days < c.calendar_days) as "calendarWeeks"
    from ctx.keys($1) k`,
  parse: Columns.within<KeptRegisters>({ weeks: week, rolls: roll, schoolWeeks: open, calendarWeeks: closed }),
};

/** The copies of education's registers, with where and when they count: of children who are followed. */
export class KeptRegisterRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<KeptRegisters>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
