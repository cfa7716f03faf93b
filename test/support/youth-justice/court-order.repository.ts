import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { type BulkTable } from '../../../platform/db/upsert.js';

export interface StoredOrder {
  readonly childId: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
}

const ofChildren = {
  name: 'youth_justice_orders_of_children',
  text: `select k.asked as "childId", o.opened_on as "openedOn", o.closed_on as "closedOn"
    from ctx.keys($1) k join youth_justice.court_order o on o.child_id = k.held order by o.opened_on desc`,
};

export const courtOrderTable: BulkTable = {
  table: 'youth_justice.court_order',
  columns: { child_id: 'uuid', order_ref: 'text', opened_on: 'date', closed_on: 'date' },
  key: ['child_id', 'order_ref'],
};

export class CourtOrderRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredOrder>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
