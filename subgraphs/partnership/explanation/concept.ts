import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { ExplanationResolver } from './explanation.resolver.js';

/** Why somebody sees what they see of a child. */
export const explanation: Concept<PartnershipServices> = {
  resolvers: [ExplanationResolver],
};
