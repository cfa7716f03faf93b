import type { Concept } from '../../../platform/subgraph/concept.js';
import type { SocialCareServices } from '../context.js';
import { AttentionFeedResolver } from './feed/attention-feed.resolver.js';

/** What of social care's facts of a child needs attention: the partnership keeps a copy. */
export const attention: Concept<SocialCareServices> = { resolvers: [AttentionFeedResolver] };
