import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { claimPolicy } from './claim.policy.js';
import { ClaimResolver } from './claim.resolver.js';

/** A case that staff say they have taken on. */
export const claim: Concept<PartnershipServices> = {
  policies: [claimPolicy],
  resolvers: [ClaimResolver],
};
