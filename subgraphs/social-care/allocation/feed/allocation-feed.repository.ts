import type { Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import { AllocationRow } from '../allocation.row.js';

const told = Columns.of(AllocationRow).only('role', 'team', 'from', 'until');

/** An allocation as it is told to whoever keeps a copy: never who. */
export interface ToldAllocation extends RowOf<typeof told> {
  readonly childId: string;
}

const ofChildren = {
  name: 'social_care_allocations_told',
  text: `select k.asked as "childId", ${told.select('a')}
    from ctx.keys($1) k join social_care.allocation a on a.child_id = k.held
    order by a.held_from, a.council, a.worker_id`,
  parse: told.parser<ToldAllocation>(),
};

/** Allocations in PostgreSQL, as far as a copy of them needs. */
export class AllocationFeedRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<ToldAllocation>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
