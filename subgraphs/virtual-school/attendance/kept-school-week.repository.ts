import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { KeptSchoolWeekRow } from './kept-school-week.row.js';

const week = Columns.of(KeptSchoolWeekRow);

/** A school's week as education counted it. */
export type KeptSchoolWeek = RowOf<typeof week>;

/** The owner's version up to which the copy has everything; 0 where it has nothing. */
export async function lastVersion(writing: Writing): Promise<number> {
  const rows = await writing.query<{ version: number }>(
    'select coalesce(max(version), 0)::float8 as version from virtual_school.kept_school_week',
  );
  return rows[0]?.version ?? 0;
}

/** Adds weeks, or brings those that are there up to date. */
export async function keepWeeks(writing: Writing, weeks: readonly KeptSchoolWeek[]): Promise<void> {
  await writing.upsert(week, weeks);
}
