import type { Concept } from '../../../platform/subgraph/concept.js';
import type { SocialCareServices } from '../context.js';
import { AllocationRow } from './allocation.row.js';
import { AllocationFeedResolver } from './feed/allocation-feed.resolver.js';

/** Which workers a child has, as what, since when. */
export const allocation: Concept<SocialCareServices> = {
  rows: [AllocationRow],
  resolvers: [AllocationFeedResolver],
};
