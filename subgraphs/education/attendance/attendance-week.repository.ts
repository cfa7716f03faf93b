import type { ListPage, Permit } from '../../../platform/access/permit.js';
import { packWeek } from '../../../platform/code-sets/marks.js';
import { SESSIONS_A_WEEK } from '../../../platform/code-sets/register-week.js';
import type { Days } from '../../../platform/code-sets/attendance-measures.js';
import type { SeenChildren, SeenPage } from '../../../platform/access/seen.js';
import { Columns } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { CalendarWeekRow } from '../school-calendar/calendar-week.row.js';
import { type PackedWeek, shownWeek } from './packed-week.js';

/** A week as a read brings it back, with the child it was asked for by. */
export interface StoredWeek extends PackedWeek {
  readonly childId: string;
}

// Which of a school's spells a mark stands under depends on what was told first; whether it counts must not. So a mark is
// held against every spell at its school that any of the child's records tells of.
const rollsOf = (keys: string): string => `(select k.asked, e.id, e.urn, e.entry_on, e.until_on, e.status,
      jsonb_agg(jsonb_build_object('from', e.entry_on, 'until', e.until_on, 'main', e.status in ('CURRENT', 'CURRENT_MAIN')))
        filter (where e.status <> 'UNKNOWN') over (partition by k.asked, e.urn) as on_roll
    from ctx.keys(${keys}) k join education.enrolment e on e.child_id = k.held) r`;

const rolls = rollsOf('$1');

const shown = `r.asked as "childId", r.urn as "schoolUrn", ${shownWeek.select('w')}, r.on_roll as "onRoll"`;

/** Between two days that are the statement’s second and third value, or its first and second. */
const isAsked = (alias: string, [first, last]: readonly [string, string]): string =>
  `${alias}.week_beginning > ${first}::date - 7 and ${alias}.week_beginning <= ${last}::date`;

const calendar = Columns.of(CalendarWeekRow).only('calendarDays', 'openDays');

/** Weeks of the school on whose roll the child was on a day of them. */
const ofSchool = (alias: string, days: readonly [string, string]): string =>
  `${alias}.urn = r.urn and r.status <> 'UNKNOWN' and ${isAsked(alias, days)} and ${alias}.week_beginning + 5 > r.entry_on
      and (r.until_on is null or ${alias}.week_beginning < r.until_on)`;

/** The days that are asked for, of children who are the first value. */
const asked = ['$2', '$3'] as const;

const blank = packWeek([]).toString('latin1');

const parse = shownWeek.parser<StoredWeek>();

// A week of which no mark of the child is held is told of as well, as one without a mark, where the school marked others or its
// calendar has it as closed.
const within = {
  name: 'education_weeks_within',
  text: `select ${shown}, w.school_days as "schoolDays", ${calendar.select('w')}
    from ${rolls} cross join lateral (
      select week_beginning, coalesce(m.marks, '${blank}'::bytea) as marks, coalesce(t.school_days, 0) as school_days,
        coalesce(c.calendar_days, 0) as calendar_days, coalesce(c.open_days, 0) as open_days
      from (select * from education.attendance_week a where a.enrolment_id = r.id and ${isAsked('a', asked)}) m
      full join (select * from education.school_week_total s where ${ofSchool('s', asked)} and s.school_days > 0) t using (week_beginning)
      full join (select * from education.calendar_week y where ${ofSchool('y', asked)} and y.open_days < y.calendar_days) c
        using (week_beginning)) w
    order by w.week_beginning, w.marks, r.id`,
  parse,
};

/** All weeks of one spell on a roll, as one row brings them back. */
export interface MarkedSpell {
  readonly childId: string;
  readonly weeks: readonly StoredWeek[];
}

type SpellRow = Omit<StoredWeek, 'weekBeginning'> & { readonly weeks: string };

/** A child has some sixty weeks of one spell: as a row each, reading them took longer than all that is made of them. */
function spellOf(raw: unknown): MarkedSpell {
  const { weeks, marks, ...of } = raw as SpellRow;
  const week = (weekBeginning: string, at: number): StoredWeek => {
    const first = SESSIONS_A_WEEK * at;
    return parse({ ...of, weekBeginning, marks: marks.subarray(first, first + SESSIONS_A_WEEK) });
  };
  return { childId: of.childId, weeks: weeks.split(' ').map(week) };
}

/** Of everybody whom the unit was opened for: children of a page, whom a read cannot name beforehand. */
const markedOfPage = {
  name: 'education_weeks_marked_of_page',
  text: `select r.asked as "childId", r.urn as "schoolUrn", w.weeks, w.marks, r.on_roll as "onRoll"
    from ${rollsOf('ctx.opened()')} cross join lateral (
      select string_agg(a.week_beginning::text, ' ' order by a.week_beginning) as weeks,
        string_agg(a.marks, ''::bytea order by a.week_beginning) as marks
      from education.attendance_week a where a.enrolment_id = r.id and ${isAsked('a', ['$1', '$2'])}) w
    where w.weeks is not null order by r.asked, r.id`,
  parse: spellOf,
};

const all = {
  name: 'education_weeks_all',
  text: `select ${shown} from ${rolls} join education.attendance_week w on w.enrolment_id = r.id
    order by w.week_beginning, w.marks, w.enrolment_id`,
  parse,
};

const latest = {
  name: 'education_weeks_latest',
  text: `select x.* from (
      select ${shown}, max(w.week_beginning) over (partition by r.asked) as last_week
      from ${rolls} join education.attendance_week w on w.enrolment_id = r.id) x
    where x."weekBeginning" > x.last_week - 7 * $2::int order by x."weekBeginning", x.marks, x."schoolUrn"`,
  parse,
};

/** Packed weeks in PostgreSQL. */
export class AttendanceWeekRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** The weeks that any of the days (both inclusive) may lie in. */
  ofChildren(permit: Permit, children: readonly string[], { from, to }: Days): Promise<SeenChildren<StoredWeek>> {
    return this.unit.read(permit, children, { ...within, values: [children, from, to] });
  }

  /** Those in which any mark of the child is held, of the children of a page, in the list's order. */
  markedOfPage(permit: Permit, page: ListPage, { from, to }: Days): Promise<SeenPage<MarkedSpell>> {
    return this.unit.readPage(permit, page, { ...markedOfPage, values: [from, to] }, ({ childId }) => childId);
  }

  /** The weeks up to the last in which any mark of the child is held, that one included, as many as are asked for. */
  latestOfChildren(permit: Permit, children: readonly string[], weeks: number): Promise<SeenChildren<StoredWeek>> {
    return this.unit.read(permit, children, { ...latest, values: [children, weeks] });
  }

  allOfChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredWeek>> {
    return this.unit.read(permit, children, { ...all, values: [children] });
  }
}
