import type { Concept } from '../../../platform/subgraph/concept.js';
import type { HealthServices } from '../context.js';
import { AttentionFeedResolver } from './feed/attention-feed.resolver.js';

/** What of health's facts of a child needs attention: the partnership keeps a copy. */
export const attention: Concept<HealthServices> = { resolvers: [AttentionFeedResolver] };
