import path from 'node:path';
import { productRoot } from '../../platform/config/product-root.js';
import type { SubgraphManifest } from '../../platform/subgraph/manifest.js';
import { isSurrogateId } from '../../platform/vocabulary/surrogate-id.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { ChildResolver } from './child/child.resolver.js';
import { type HealthServices, healthServices } from './context.js';
import { TeamFeedResolver } from './feed/team-feed.resolver.js';
import { healthSources } from './ingest/sources.js';
import { HealthRecordResolver } from './waiting-list/health-record.resolver.js';
import { ProviderRow } from './waiting-list/provider.row.js';
import { WaitingListChangeRow } from './waiting-list/waiting-list-change.row.js';
import { WaitingListEntryResolver } from './waiting-list/waiting-list-entry.resolver.js';
import { WaitingListEntryRow } from './waiting-list/waiting-list-entry.row.js';
import { waitingListPolicy } from './waiting-list/waiting-list.policy.js';

/** Health: services, referrals and waiting lists. */
export const subgraph: SubgraphManifest<HealthServices> = {
  domain: Domain.HEALTH,
  schema: {
    domain: Domain.HEALTH,
    migrations: path.join(productRoot, 'subgraphs/health/migrations'),
    functions: path.join(productRoot, 'subgraphs/health/functions'),
    policies: [waitingListPolicy],
    bases: ['REFERRAL'],
  },
  rows: [ProviderRow, WaitingListChangeRow, WaitingListEntryRow],
  resolvers: [ChildResolver, HealthRecordResolver, WaitingListEntryResolver, TeamFeedResolver],
  owns: ['WaitingListEntry'],
  references: {
    Child: ({ id }) => (isSurrogateId(id) ? { id } : null),
    WaitingListEntry: ({ id }, { services }) => services.waitingLists.entry(String(id)),
  },
  services: healthServices,
  federationImports: ['@key', '@shareable', '@inaccessible', '@requiresScopes'],
  ingest: healthSources,
};
