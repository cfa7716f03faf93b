import type { Concept } from '../../../platform/subgraph/concept.js';
import type { SocialCareServices } from '../context.js';
import { DeathRow } from './death.row.js';
import { DeathFeedResolver } from './feed/death-feed.resolver.js';

/** That a child has died, as a return tells it. */
export const death: Concept<SocialCareServices> = {
  rows: [DeathRow],
  resolvers: [DeathFeedResolver],
};
