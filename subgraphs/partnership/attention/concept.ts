import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { AttentionFactRow } from './attention-fact.row.js';
import { attentionFeed } from './attention-feed.js';
import { AttentionItemResolver, ChildAttentionResolver, SchoolAttentionResolver } from './attention.resolver.js';

/** What of a child needs attention, as the domains tell it. */
export const attention: Concept<PartnershipServices> = {
  rows: [AttentionFactRow],
  resolvers: [ChildAttentionResolver, SchoolAttentionResolver, AttentionItemResolver],
  consumers: [attentionFeed],
};
