import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { HeldAllocation } from './cohort-intervals.js';
import type { WorkerRole } from '../../../platform/vocabulary/worker-role.js';
import { KeptAllocationRow } from './kept-allocation.row.js';
import { oneOfEach } from './one-of-each.js';

const allocation = Columns.of(KeptAllocationRow).without('sourceDomain', 'sourceTier');

/** One allocation of a child, as kept, with the child it was asked for by. */
export type KeptAllocation = RowOf<typeof allocation>;

const shown = allocation.without('childId');

const ofChildren = {
  name: 'virtual_school_kept_allocations',
  text: `select k.asked as "childId", ${shown.select('a')}
    from ctx.keys($1) k join virtual_school.kept_allocation a on a.child_id = k.held
    order by a.held_from, a.role, a.team`,
  parse: shown.parser<KeptAllocation>(),
};

/** The copy of social care's allocations: as what and for which team, never who. */
export class KeptAllocationRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<KeptAllocation>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}

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
