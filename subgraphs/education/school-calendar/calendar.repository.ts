import { academicYearOf } from '../../../platform/code-sets/academic-year.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { CalendarSpan } from './calendar-span.js';
import { CalendarWeekRow } from './calendar-week.row.js';
import { SchoolCalendarRow } from './school-calendar.row.js';

const span = Columns.of(SchoolCalendarRow);
const calendar = span.only('scope', 'code');
const key = span.only('scope', 'code', 'kind', 'from');
const asSpan = span.parser();
const versioned = Columns.of(CalendarWeekRow);
const week = versioned.without('version');

type Span = RowOf<typeof span>;

/** What the calendar of a school says of a week. */
export type SchoolsWeek = RowOf<typeof week>;

/** A school, and the area it lies in. */
export interface PlacedSchool {
  readonly urn: string;
  readonly area: string;
}

/** Calendars, and what follows from them, inside an open unit of writing. */
export class CalendarRepository {
  constructor(private readonly writing: Writing) {}

  /** One writes calendars at a time: versions of weeks then grow in the order in which they are seen. */
  async begin(): Promise<void> {
    await this.writing.query(`select pg_advisory_xact_lock(hashtextextended('education.school-calendar', 0))`);
  }

  /** Puts these in the place of what is held of their calendars’ school years; how many rows were added, changed or taken away. */
  async replace(told: readonly Span[]): Promise<number> {
    const years = told.map(({ scope, code, from }) => {
      const { from: begins, to: ends } = academicYearOf(from);
      return { scope, code, begins, ends };
    });
    const gone = await this.writing.query(
      `delete from ${span.table} c
        where exists (select from jsonb_to_recordset($1) y(${calendar.recordset}, begins date, ends date)
            where (${calendar.values('y')}) = (${calendar.names('c')}) and c.from_on between y.begins and y.ends)
          and not exists (select from jsonb_to_recordset($2) t(${key.recordset})
            where (${key.values('t')}) = (${key.names('c')}))
        returning c.code`,
      [JSON.stringify(years), key.json(told)],
    );
    return gone.length + (await this.writing.upsert(span, told));
  }

  /** The schools that calendars are of: each by itself, or all of an area. */
  async schoolsOf(told: readonly Span[]): Promise<string[]> {
    const codes = (scope: Span['scope']) => told.filter((one) => one.scope === scope).map(({ code }) => code);
    const rows = await this.writing.query<{ readonly urn: string }>(
      `select s.urn from education.school s where s.urn = any ($1) or s.local_authority_code = any ($2)`,
      [codes('SCHOOL'), codes('AREA')],
    );
    return rows.map(({ urn }) => urn);
  }

  /** Where these schools lie; of those alone that the register has. */
  placed(urns: readonly string[]): Promise<PlacedSchool[]> {
    return this.writing.query<PlacedSchool>(
      'select s.urn, s.local_authority_code as area from education.school s where s.urn = any ($1)',
      [urns],
    );
  }

  /** Everything held of some calendars, by their code. */
  async held(scope: Span['scope'], codes: readonly string[]): Promise<ReadonlyMap<string, readonly CalendarSpan[]>> {
    const rows = await this.writing.query(
      `select ${span.select('c')} from education.school_calendar c where c.scope = $1 and c.code = any ($2)
        order by c.code, c.from_on, c.kind`,
      [scope, [...new Set(codes)]],
    );
    const byCode = new Map<string, CalendarSpan[]>();
    for (const { code, kind, from, until } of rows.map(asSpan))
      byCode.set(code, [...(byCode.get(code) ?? []), { kind, from, until }]);
    return byCode;
  }

  /** Makes the weeks of these schools what is given; how many changed. One of which nothing is said any longer stays, and says nothing. */
  async saveWeeks(urns: readonly string[], weeks: readonly SchoolsWeek[]): Promise<number> {
    const changed = await this.writing.query<{ readonly urn: string }>(
      `with told as (select * from jsonb_to_recordset($2) t(${week.recordset}))
        insert into ${versioned.table} as held (${versioned.names()})
        select t.*, nextval('education.calendar_version') from (
          select ${week.values('told')} from told
          union all
          select w.urn, w.week_beginning, 0, 0 from ${week.table} w
          where w.urn = any ($1) and not exists (
            select from told where told.urn = w.urn and told."weekBeginning" = w.week_beginning)) t
        on conflict (urn, week_beginning) do update
          set calendar_days = excluded.calendar_days, open_days = excluded.open_days, version = excluded.version
          where (held.calendar_days, held.open_days) is distinct from (excluded.calendar_days, excluded.open_days)
        returning held.urn`,
      [urns, week.json(weeks)],
    );
    // Whether a suspension is over, or provision due, may follow from it.
    if (changed.length > 0)
      await this.writing.query('select education.say_school_days($1)', [[...new Set(changed.map(({ urn }) => urn))]]);
    return changed.length;
  }
}
