import { subgraphOf } from '../../../platform/subgraph/subgraph-of.js';
import { youthJusticeServices } from './context.js';
import { child } from './child/concept.js';
import { courtOrder } from './court-order/concept.js';
import { courtOrderPolicy } from './court-order/court-order.policy.js';

/** Everything a sixth domain brings: its own folder, and nothing in anybody else's. */
export const subgraph = subgraphOf({
  domain: courtOrderPolicy.domain,
  services: youthJusticeServices,
  concepts: [child, courtOrder],
  folder: 'test/support/youth-justice',
});
