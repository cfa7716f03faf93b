import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { deathFeed } from './death-feed.js';

/** That a child has died, as social care tells it. */
export const death: Concept<PartnershipServices> = {
  consumers: [deathFeed],
};
