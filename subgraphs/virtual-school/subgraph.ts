import path from 'node:path';
import { productRoot } from '../../platform/config/product-root.js';
import type { SubgraphManifest } from '../../platform/subgraph/manifest.js';
import { isSurrogateId } from '../../platform/vocabulary/surrogate-id.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { KeptWeekRow } from './attendance/kept-week.row.js';
import { ChildResolver } from './child/child.resolver.js';
import { Child } from './child/child.type.js';
import { VirtualSchoolRecordResolver } from './child/virtual-school-record.resolver.js';
import { KeptIntervalRow } from './cohort/kept-interval.row.js';
import { type VirtualSchoolServices, virtualSchoolServices } from './context.js';
import { TeamFeedResolver } from './feed/team-feed.resolver.js';
import { pepsSource } from './ingest/peps/source.js';
import { cohortFeed } from './kept-copies/cohort-feed.js';
import { PersonalEducationPlanRow } from './pep/personal-education-plan.row.js';
import { virtualSchoolPolicy } from './virtual-school.policy.js';

/** The virtual school: cohorts, the attendance of children in them, and Personal Education Plans. */
export const subgraph: SubgraphManifest<VirtualSchoolServices> = {
  domain: Domain.VIRTUAL_SCHOOL,
  schema: {
    domain: Domain.VIRTUAL_SCHOOL,
    migrations: path.join(productRoot, 'subgraphs/virtual-school/migrations'),
    functions: path.join(productRoot, 'subgraphs/virtual-school/functions'),
    policies: [virtualSchoolPolicy],
    bases: ['VIRTUAL_SCHOOL_DUTY'],
  },
  rows: [KeptWeekRow, KeptIntervalRow, PersonalEducationPlanRow],
  resolvers: [ChildResolver, VirtualSchoolRecordResolver, TeamFeedResolver],
  orphanedTypes: [Child],
  references: { Child: ({ id }) => (isSurrogateId(id) ? { id } : null) },
  services: virtualSchoolServices,
  federationImports: ['@key', '@shareable', '@inaccessible', '@requiresScopes'],
  ingest: () => [pepsSource],
  consumers: [cohortFeed],
};
