import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { HeldAllocation } from './cohort-intervals.js';
import type { WorkerRole } from '../../../platform/vocabulary/worker-role.js';
import { KeptAllocationRow } from './kept-allocation.row.js';
import { oneOfEach } from './one-of-each.js';

const allocation = Columns.of(KeptAllocationRow).without('sourceDomain', 'sourceTier');

/** An allocation as social care tells it. */
export interface ToldAllocation extends HeldAllocation {
  readonly role: WorkerRole;
}

/** Makes the copy of these children's allocations what is given, and of those not given nothing. */
export async function replaceAllocations(
  writing: Writing,
  children: readonly string[],
  given: ReadonlyMap<string, readonly ToldAllocation[]>,
): Promise<void> {
  const rows = [...given].flatMap(([childId, allocations]) => {
    const named = allocations.map((one) => ({ ...one, childId, team: one.team ?? '' }));
    return oneOfEach(named, ({ role, team, from }) => JSON.stringify([role, team, from]));
  });
  await writing.replace(allocation, children, rows);
}
