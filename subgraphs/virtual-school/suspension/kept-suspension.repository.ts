import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { KeptSuspensionRow } from './kept-suspension.row.js';

const suspension = Columns.of(KeptSuspensionRow).without('sourceDomain', 'sourceTier');

/** A suspension as education tells it: each once. */
export type ToldSuspension = Omit<RowOf<typeof suspension>, 'childId'>;

/** Makes the copy of these children's suspensions what is given, and of those not given nothing. */
export async function replaceSuspensions(
  writing: Writing,
  children: readonly string[],
  given: ReadonlyMap<string, readonly ToldSuspension[]>,
): Promise<void> {
  const rows = [...given].flatMap(([childId, suspensions]) => suspensions.map((one) => ({ ...one, childId })));
  await writing.replace(suspension, children, rows);
}
