import type { Concept } from '../../../platform/subgraph/concept.js';
import type { SocialCareServices } from '../context.js';
import { SocialCareHistoryRow } from './social-care-history.row.js';
import { ChangeFeedResolver } from './feed/change-feed.resolver.js';

/** What of social care’s facts of a child changed: the partnership keeps a copy. */
export const change: Concept<SocialCareServices> = { rows: [SocialCareHistoryRow], resolvers: [ChangeFeedResolver] };
