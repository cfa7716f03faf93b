import path from 'node:path';
import { productRoot } from '../../platform/config/product-root.js';
import type { SubgraphManifest } from '../../platform/subgraph/manifest.js';
import { isSurrogateId } from '../../platform/vocabulary/surrogate-id.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { AllocationRow } from './allocation/allocation.row.js';
import { ChildResolver } from './child/child.resolver.js';
import { Child } from './child/child.type.js';
import { socialCarePolicy } from './child/social-care.policy.js';
import { type SocialCareServices, socialCareServices } from './context.js';
import { DeathRow } from './death/death.row.js';
import { FeedResolver } from './feed/feed.resolver.js';
import { socialCareSources } from './ingest/sources.js';
import { SocialWorkerPresenceRow } from './involvement/social-worker-presence.row.js';
import { StatusIntervalRow } from './involvement/status-interval.row.js';
import { CarePlanRow } from './plan/care-plan.row.js';
import { YearlyReturnRow } from './yearly-return/yearly-return.row.js';

/** Social care: involvement over time, allocated workers, plans. */
export const subgraph: SubgraphManifest<SocialCareServices> = {
  domain: Domain.SOCIAL_CARE,
  schema: {
    domain: Domain.SOCIAL_CARE,
    migrations: path.join(productRoot, 'subgraphs/social-care/migrations'),
    functions: path.join(productRoot, 'subgraphs/social-care/functions'),
    policies: [socialCarePolicy],
    bases: ['CASELOAD'],
  },
  rows: [AllocationRow, DeathRow, SocialWorkerPresenceRow, StatusIntervalRow, CarePlanRow, YearlyReturnRow],
  resolvers: [ChildResolver, FeedResolver],
  orphanedTypes: [Child],
  references: {
    Child: ({ id }) => (isSurrogateId(id) ? { id } : null),
  },
  services: socialCareServices,
  federationImports: ['@key', '@shareable', '@inaccessible', '@requiresScopes'],
  ingest: socialCareSources,
};
