import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { forgetBelieved, replaceBelieved } from '../believed/believed.repository.js';
import { CohortSuspensionPastRow } from './cohort-suspension-past.row.js';
import { CohortSuspensionRow } from './cohort-suspension.row.js';
import type { CohortSuspension } from './cohort-suspensions.js';

const said = Columns.of(CohortSuspensionRow).without('believedFrom');
const past = Columns.of(CohortSuspensionPastRow).table;

/**
 * Makes the suspensions that count of these children what is given, and of those not given none. What was said otherwise
 * until now is kept with the moments between which it was said.
 */
export async function replaceCohortSuspensions(
  writing: Writing,
  children: readonly string[],
  given: ReadonlyMap<string, readonly CohortSuspension[]>,
): Promise<void> {
  const rows = [...given].flatMap(([childId, suspensions]) => suspensions.map((one) => ({ ...one, childId })));
  await replaceBelieved(writing, { said, past }, children, said.json(rows));
}

/** Of whom nothing is to be kept any more, not what was said of them once either. */
export async function forgetCohortSuspensions(writing: Writing, children: readonly string[]): Promise<void> {
  await forgetBelieved(writing, past, children);
}
