import type { Concept } from '../../../../platform/subgraph/concept.js';
import type { YouthJusticeServices } from '../context.js';
import { courtOrderPolicy } from './court-order.policy.js';
import { CourtOrderRow } from './court-order.row.js';
import { courtOrders } from './source/source.js';

/** What a court has ordered of a child. */
export const courtOrder: Concept<YouthJusticeServices> = {
  rows: [CourtOrderRow],
  policies: [courtOrderPolicy],
  ingest: () => [courtOrders],
};
