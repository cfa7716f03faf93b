import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { AgreedActionChangeRow } from './agreed-action-change.row.js';
import { agreedActionPolicy } from './agreed-action.policy.js';
import { AgreedActionResolver } from './agreed-action.resolver.js';
import { AgreedActionRow } from './agreed-action.row.js';
import { ChildActionResolver, ItemActionResolver, TeamActionResolver } from './team-action.resolver.js';
import { TriangulationItemResolver } from './triangulation-item.resolver.js';
import { triangulationItem } from './triangulation-item.reference.js';
import { TriangulationItem } from './triangulation-item.type.js';

/** What professionals agreed to do for a child, until it is done. */
export const agreedAction: Concept<PartnershipServices> = {
  rows: [AgreedActionRow, AgreedActionChangeRow],
  policies: [agreedActionPolicy],
  resolvers: [
    AgreedActionResolver,
    TeamActionResolver,
    ItemActionResolver,
    ChildActionResolver,
    TriangulationItemResolver,
  ],
  orphanedTypes: [TriangulationItem],
  references: { TriangulationItem: triangulationItem },
};
