import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { KeptWeekRow } from './kept-week.row.js';

const week = Columns.of(KeptWeekRow).without('sourceDomain', 'sourceTier');

/** One school's register week of a child, its ten marks packed as education packs them. */
export type PackedWeek = Omit<RowOf<typeof week>, 'childId'>;

const replaceAll = `with given as (select distinct * from jsonb_to_recordset($2) x(${week.recordset})),
  gone as (
    delete from virtual_school.kept_week w where w.child_id in (select held from ctx.keys($1)) and not exists (
      select from given g where (${week.values('g')}) = (${week.names('w')})))
  insert into virtual_school.kept_week (${week.names()}) select ${week.values('given')} from given on conflict do nothing`;

/**
 * Makes the copy of these children's register weeks what is given, each under the id it is given by, and of those not given
 * nothing. The same again writes nothing.
 */
export async function replaceWeeks(
  writing: Writing,
  children: readonly string[],
  given: ReadonlyMap<string, readonly PackedWeek[]>,
): Promise<void> {
  const rows = [...given].flatMap(([childId, weeks]) => weeks.map((one) => ({ ...one, childId })));
  await writing.query(replaceAll, [children, week.json(rows)]);
}
