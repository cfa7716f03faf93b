import type { Listing, Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { ChildWeekRow } from '../cohort-attendance/child-week.row.js';
import { PlanWeekRow } from '../cohort-attendance/plan-week.row.js';
import { daysOfSchoolWeek } from '../attendance/days-of-school-week.js';
import { KeptSchoolWeekRow } from '../attendance/kept-school-week.row.js';

const planned = Columns.of(PlanWeekRow).without('childId', 'weekBeginning', 'lastWeek');
const attended = Columns.of(ChildWeekRow).only('weekBeginning', 'possible', 'attended', 'partTime');
const open = Columns.of(KeptSchoolWeekRow).only('urn', 'weekBeginning', 'schoolDays');

/** A child's week on a plan, by the child it was listed by. */
export interface ListedWeek extends RowOf<typeof planned> {
  readonly childId: string;
}

/** A child's own week. */
export interface ChildWeek extends RowOf<typeof attended> {
  readonly childId: string;
  /** A bit a weekday on which the child's school was open; null where its week is not known. */
  readonly schoolDays: number | null;
}

/** The days of a week on which a school was open. */
export type SchoolWeek = RowOf<typeof open>;

// The unit was opened for children whom nobody named. One who was listed by another id than the row's is found by both.
// A week is a row of its own or in a run of weeks: told apart so that each is read from its index, and not all that was before.
// What the list is narrowed to is not asked here: conditions that may or may not hold are taken for ones that leave next to
// nobody, and then every row is compared with every child.
const listed = {
  name: 'virtual_school_weekly_list',
  text: `select k.asked as "childId", ${planned.select('p')}
    from ctx.keys(ctx.opened()) k join virtual_school.plan_week p on p.child_id = k.held
    where (p.week_beginning = $1 or p.week_beginning < $1 and p.last_week is distinct from p.week_beginning
        and (p.last_week >= $1 or p.last_week is null))`,
  parse: planned.parser<ListedWeek>(),
};

const ofChildren = {
  name: 'virtual_school_trends',
  text: `select k.asked as "childId", ${attended.select('w')}, ${daysOfSchoolWeek} as "schoolDays"
    from ctx.keys($1) k join virtual_school.child_week w on w.child_id = k.held
    left join virtual_school.kept_school_week s on s.urn = w.last_main_urn and s.week_beginning = w.week_beginning
    left join virtual_school.kept_calendar_week c on c.urn = w.last_main_urn and c.week_beginning = w.week_beginning
    where w.week_beginning between $2 and $3 order by w.week_beginning`,
  parse: attended.parser<ChildWeek>(),
};

// Of each school its weeks of either kind, registers and calendar, each read from its key.
const ofEither = (table: string): string =>
  `(select * from virtual_school.${table} k where k.urn = asked.urn and k.week_beginning between asked.since and $3)`;

const ofSchools = {
  name: 'virtual_school_days_of_schools',
  text: `select w.* from unnest($1::text[], $2::date[]) asked(urn, since)
    cross join lateral (
      select asked.urn, coalesce(s.week_beginning, c.week_beginning) as "weekBeginning", ${daysOfSchoolWeek} as "schoolDays"
      from ${ofEither('kept_school_week')} s full join ${ofEither('kept_calendar_week')} c using (week_beginning)) w
    where w."schoolDays" is not null`,
  parse: open.parser(),
};

/** What the weekly list is made of: one read for the list, two for a page of it. */
export class WeeklyListRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** The week of every child listed from the caller's relationships who was on a plan in it. */
  listed(permits: readonly [Permit, ...Permit[]], from: Listing, week: string): Promise<SeenChildren<ListedWeek>> {
    return this.unit.readListed(permits, from, { ...listed, values: [week] });
  }

  /** These children's own weeks, from one Monday to another. */
  weeksOf(permit: Permit, children: readonly string[], from: string, to: string): Promise<SeenChildren<ChildWeek>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children, from, to] });
  }

  /** The weeks of schools, of each from a Monday of its own. */
  schoolWeeks(permit: Permit, since: ReadonlyMap<string, string>, to: string): Promise<readonly SchoolWeek[]> {
    const values = [[...since.keys()], [...since.values()], to];
    return this.unit.readOfNobody(permit, { ...ofSchools, values });
  }
}
