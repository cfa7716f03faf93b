import type { Concept } from '../../../platform/subgraph/concept.js';
import type { VirtualSchoolServices } from '../context.js';
import { triangulationPolicy } from './triangulation.policy.js';
import { TriangulationResolver } from './triangulation.resolver.js';

/** The week of children on plans, child by child: attendance beside social care’s facts. */
export const triangulation: Concept<VirtualSchoolServices> = {
  policies: [triangulationPolicy],
  resolvers: [TriangulationResolver],
};
