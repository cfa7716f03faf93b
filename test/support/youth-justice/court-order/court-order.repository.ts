import type { Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import { CourtOrderRow } from './court-order.row.js';

export const courtOrder = Columns.of(CourtOrderRow);
const shown = courtOrder.without('childId', 'orderRef');

export interface StoredOrder extends RowOf<typeof shown> {
  readonly childId: string;
}

const ofChildren = {
  name: 'youth_justice_orders_of_children',
  text: `select k.asked as "childId", ${shown.select('o')}
    from ctx.keys($1) k join youth_justice.court_order o on o.child_id = k.held order by o.opened_on desc`,
  parse: shown.parser<StoredOrder>(),
};

export class CourtOrderRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredOrder>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
