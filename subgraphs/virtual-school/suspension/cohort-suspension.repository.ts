import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { CohortSuspensionRow } from './cohort-suspension.row.js';
import type { CohortSuspension } from './cohort-suspensions.js';

const suspension = Columns.of(CohortSuspensionRow);

/** Makes the suspensions that count of these children what is given, and of those not given none. */
export async function replaceCohortSuspensions(
  writing: Writing,
  children: readonly string[],
  given: ReadonlyMap<string, readonly CohortSuspension[]>,
): Promise<void> {
  const rows = [...given].flatMap(([childId, suspensions]) => suspensions.map((one) => ({ ...one, childId })));
  await writing.replace(suspension, children, rows);
}
