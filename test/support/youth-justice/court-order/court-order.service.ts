import { Permit } from '../../../../platform/access/permit.js';
import type { Seen } from '../../../../platform/access/seen.js';
import { type RecordBase, RecordReader } from '../../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { courtOrderPolicy } from './court-order.policy.js';
import type { CourtOrderRepository, StoredOrder } from './court-order.repository.js';

/** What may be seen of children's court orders. */
export class CourtOrderService {
  private readonly byChild: RecordReader<StoredOrder, boolean>;

  constructor(scope: RequestScope, orders: CourtOrderRepository) {
    this.byChild = new RecordReader(scope, {
      permit: Permit.for(scope.caller, courtOrderPolicy, { tier: 'T3', operation: 'child.youthJustice' }),
      read: (permit, ids) => orders.ofChildren(permit, ids),
      tell: (seen) => isOpen(seen, scope.today),
      untold: false,
    });
  }

  /** The same for a child with nothing held and one who may not be seen. */
  async recordOf(childId: string): Promise<RecordBase & { readonly orderOpen: boolean }> {
    const [record, orderOpen] = await Promise.all([this.byChild.recordOf(childId), this.byChild.of(childId)]);
    return { ...record, orderOpen };
  }
}

function isOpen(seen: Seen<StoredOrder>, today: string): boolean {
  switch (seen.outcome) {
    case 'FULL':
      return seen.rows.some(({ closedOn }) => closedOn === null || closedOn > today);
    case 'REDACTED':
    case 'EXISTENCE_ONLY':
      return false;
  }
}
