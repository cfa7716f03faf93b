import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { KeptCalendarWeekRow } from './kept-calendar-week.row.js';

const week = Columns.of(KeptCalendarWeekRow);

/** A week of a school as education's calendar has it. */
export type KeptCalendarWeek = RowOf<typeof week>;

/** The owner's version up to which the copy has everything; 0 where it has nothing. */
export async function lastCalendarVersion(writing: Writing): Promise<number> {
  const rows = await writing.query<{ version: number }>(
    'select coalesce(max(version), 0)::float8 as version from virtual_school.kept_calendar_week',
  );
  return rows[0]?.version ?? 0;
}

/** Adds weeks, or brings those that are there up to date. */
export async function keepCalendarWeeks(writing: Writing, weeks: readonly KeptCalendarWeek[]): Promise<void> {
  await writing.upsert(week, weeks);
}
