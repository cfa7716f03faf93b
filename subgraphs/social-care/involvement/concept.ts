import type { Concept } from '../../../platform/subgraph/concept.js';
import type { SocialCareServices } from '../context.js';
import { InvolvementFeedResolver } from './feed/involvement-feed.resolver.js';
import { NoticeFeedResolver } from './feed/notice-feed.resolver.js';
import { SocialWorkerPresenceRow } from './social-worker-presence.row.js';
import { StatusIntervalRow } from './status-interval.row.js';

/** How social care is involved with a child over time, and with whom it was. */
export const involvement: Concept<SocialCareServices> = {
  rows: [SocialWorkerPresenceRow, StatusIntervalRow],
  resolvers: [InvolvementFeedResolver, NoticeFeedResolver],
};
