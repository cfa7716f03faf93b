import type { Concept } from '../../../platform/subgraph/concept.js';
import type { VirtualSchoolServices } from '../context.js';
import { AttentionFeedResolver } from './feed/attention-feed.resolver.js';

/** What of the virtual school's facts of a child needs attention: the partnership keeps a copy. */
export const attention: Concept<VirtualSchoolServices> = { resolvers: [AttentionFeedResolver] };
