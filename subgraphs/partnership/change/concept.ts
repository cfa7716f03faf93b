import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { changeFeed } from './change-feed.js';
import { ChangeResolver, LookResolver } from './change.resolver.js';
import { ChangeRow } from './change.row.js';
import { IdentityChangeRow } from './identity-change.row.js';
import { LookRow } from './look.row.js';

/** What changed of a child, as the domains tell it and the partnership's own histories, and when somebody last looked. */
export const change: Concept<PartnershipServices> = {
  rows: [ChangeRow, IdentityChangeRow, LookRow],
  resolvers: [ChangeResolver, LookResolver],
  consumers: [changeFeed],
  openFields: ['Viewer.lastSeenAt'],
};
