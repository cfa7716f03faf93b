import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { TeamFactRow } from './team-fact.row.js';
import { teamFeed } from './team-feed.js';
import { TeamResolver } from './team.resolver.js';

/** Everyone who works with a child, as the domains tell it. */
export const team: Concept<PartnershipServices> = {
  rows: [TeamFactRow],
  resolvers: [TeamResolver],
  consumers: [teamFeed],
};
