import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { KeptCalendarWeekRow } from './kept-calendar-week.row.js';

const week = Columns.of(KeptCalendarWeekRow);

/** A week of a school as education's calendar has it. */
export type KeptCalendarWeek = RowOf<typeof week>;

/** The copy of schools' calendars, inside an open unit of writing. */
export class SchoolCalendarRepository {
  constructor(private readonly writing: Writing) {}

  /** The owner's version up to which the copy has everything; 0 where it has nothing. */
  async lastVersion(): Promise<number> {
    const rows = await this.writing.query<{ version: number }>(
      'select coalesce(max(version), 0)::float8 as version from partnership.kept_calendar_week',
    );
    return rows[0]?.version ?? 0;
  }

  /** Adds weeks, or brings those that are there up to date. */
  async keep(weeks: readonly KeptCalendarWeek[]): Promise<void> {
    await this.writing.upsert(week, weeks);
  }

  /** The days between two, both inclusive, on which the school is known to be closed. ISO. */
  async closedDays(urn: string, first: string, last: string): Promise<ReadonlySet<string>> {
    const rows = await this.writing.query<{ day: string }>(
      'select d::text as day from partnership.closed_days($1, $2, $3) d',
      [urn, first, last],
    );
    return new Set(rows.map(({ day }) => day));
  }
}
