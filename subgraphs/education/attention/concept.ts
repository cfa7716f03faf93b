import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { AttentionFeedResolver } from './feed/attention-feed.resolver.js';

/** What of education's facts of a child needs attention: the partnership keeps a copy. */
export const attention: Concept<EducationServices> = { resolvers: [AttentionFeedResolver] };
