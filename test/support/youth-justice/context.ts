import type { RequestScope, SubgraphContext } from '../../../platform/subgraph/manifest.js';
import { CourtOrderRepository } from './court-order/court-order.repository.js';
import { CourtOrderService } from './court-order/court-order.service.js';

export interface YouthJusticeServices {
  readonly orders: CourtOrderService;
}

export type YouthJusticeContext = SubgraphContext<YouthJusticeServices>;

export const youthJusticeServices = (scope: RequestScope): YouthJusticeServices => ({
  orders: new CourtOrderService(scope, new CourtOrderRepository(scope.unit)),
});
