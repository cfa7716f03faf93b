import type { Concept } from '../../../platform/subgraph/concept.js';
import type { HealthServices } from '../context.js';
import { referralsCube } from './referrals.cube.js';
import { ReferralsResolver } from './referrals.resolver.js';

/** How many children are referred to health services and what comes of it, as figures of groups. */
export const referrals: Concept<HealthServices> = {
  cubes: [referralsCube],
  resolvers: [ReferralsResolver],
};
