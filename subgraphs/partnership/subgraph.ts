import path from 'node:path';
import { productRoot } from '../../platform/config/product-root.js';
import type { SubgraphManifest } from '../../platform/subgraph/manifest.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { childPolicy } from './child/child.policy.js';
import { ChildResolver } from './child/child.resolver.js';
import { ChildRow } from './child/child.row.js';
import { IdentifierRow } from './child/identifier.row.js';
import { seeChild } from './child/see-child.js';
import { claimPolicy } from './claim/claim.policy.js';
import { ClaimResolver } from './claim/claim.resolver.js';
import { type PartnershipServices, partnershipServices } from './context.js';
import { deathFeed } from './death/death-feed.js';
import { ExplanationResolver } from './explanation/explanation.resolver.js';
import { FormerVersionRow } from './identity/former-version.row.js';
import { IdentityResolver } from './identity/identity.resolver.js';
import { MatchCandidateRow } from './identity/match-candidate.row.js';
import { MatchDecisionRow } from './identity/match-decision.row.js';
import { MatchKeyRow } from './identity/match-key.row.js';
import { MatchReviewRow } from './identity/match-review.row.js';
import { SourceRecordRow } from './identity/source-record.row.js';
import { deletionsSource } from './ingest/deletions/source.js';
import { DecideMatchResolver } from './match-review/decide-match.resolver.js';
import { KeptApartRow } from './match-review/kept-apart.row.js';
import { matchReviewPolicy } from './match-review/match-review.policy.js';
import { MatchReviewResolver, SourceRecordResolver } from './match-review/match-review.resolver.js';
import { OrganisationRow } from './organisation/organisation.row.js';
import { ViewerResolver } from './organisation/viewer.resolver.js';
import { SearchEntryRow } from './search/search-entry.row.js';
import { SearchResolver } from './search/search.resolver.js';
import { AgendaItemRow } from './team-around-school/agenda-item.row.js';
import { ChangeTeamResolver } from './team-around-school/change-team.resolver.js';
import { teamAroundSchoolPolicy } from './team-around-school/team-around-school.policy.js';
import {
  AgendaItemResolver,
  SchoolResolver,
  TeamAroundSchoolResolver,
} from './team-around-school/team-around-school.resolver.js';
import { School } from './team-around-school/team-around-school.type.js';
import { TeamMemberRow } from './team-around-school/team-member.row.js';
import { TeamFactRow } from './team/team-fact.row.js';
import { teamFeed } from './team/team-feed.js';
import { TeamResolver } from './team/team.resolver.js';

/** Partnership: who a child is, and who is around them. */
export const subgraph: SubgraphManifest<PartnershipServices> = {
  domain: Domain.PARTNERSHIP,
  schema: {
    domain: Domain.PARTNERSHIP,
    migrations: path.join(productRoot, 'subgraphs/partnership/migrations'),
    functions: path.join(productRoot, 'subgraphs/partnership/functions'),
    policies: [childPolicy, claimPolicy, matchReviewPolicy, teamAroundSchoolPolicy],
    bases: ['RESIDENCE', 'MATCH_REVIEW', 'TEAM_AROUND_SCHOOL'],
  },
  rows: [
    ChildRow,
    IdentifierRow,
    FormerVersionRow,
    MatchCandidateRow,
    MatchDecisionRow,
    MatchKeyRow,
    MatchReviewRow,
    SourceRecordRow,
    KeptApartRow,
    OrganisationRow,
    SearchEntryRow,
    TeamFactRow,
    AgendaItemRow,
    TeamMemberRow,
  ],
  resolvers: [
    ChildResolver,
    SearchResolver,
    ClaimResolver,
    TeamResolver,
    ExplanationResolver,
    IdentityResolver,
    MatchReviewResolver,
    SourceRecordResolver,
    DecideMatchResolver,
    ViewerResolver,
    SchoolResolver,
    TeamAroundSchoolResolver,
    AgendaItemResolver,
    ChangeTeamResolver,
  ],
  orphanedTypes: [School],
  owns: ['Child'],
  references: {
    Child: ({ id }, { services }, info) => seeChild(services, String(id), info),
    School: ({ urn }) => ({ urn }),
  },
  // Who one is oneself.
  openFields: [
    'Organisation.id',
    'Organisation.kind',
    'Organisation.name',
    'Query.me',
    'Viewer.name',
    'Viewer.organisation',
    'Viewer.purposes',
    'Viewer.role',
  ],
  services: partnershipServices,
  federationImports: ['@key', '@shareable', '@inaccessible', '@requiresScopes'],
  ingest: (area) => [deletionsSource(area)],
  consumers: [teamFeed, deathFeed],
};
