import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { childPolicy } from './child.policy.js';
import { ChildResolver } from './child.resolver.js';
import { ChildRow } from './child.row.js';
import { BirthFeedResolver } from './feed/birth-feed.resolver.js';
import { IdentifierRow } from './identifier.row.js';
import { seeChild } from './see-child.js';

/** Who a child is, for those who may know it. */
export const child: Concept<PartnershipServices> = {
  rows: [ChildRow, IdentifierRow],
  policies: [childPolicy],
  resolvers: [ChildResolver, BirthFeedResolver],
  owns: ['Child'],
  references: { Child: ({ id }, { services }, info) => seeChild(services, String(id), info) },
};
