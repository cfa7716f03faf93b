import type { Concept } from '../../../platform/subgraph/concept.js';
import type { VirtualSchoolServices } from '../context.js';
import { OverduePepsResolver } from './overdue-peps.resolver.js';

/** The looked-after children whose Personal Education Plan is overdue. */
export const overduePeps: Concept<VirtualSchoolServices> = {
  resolvers: [OverduePepsResolver],
};
