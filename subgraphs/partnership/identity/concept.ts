import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { FormerVersionRow } from './former-version.row.js';
import { IdentityResolver } from './identity.resolver.js';
import { MatchCandidateRow } from './match-candidate.row.js';
import { MatchDecisionRow } from './match-decision.row.js';
import { MatchKeyRow } from './match-key.row.js';
import { MatchReviewRow } from './match-review.row.js';
import { SourceRecordRow } from './source-record.row.js';

/** Whose record each is that a source sends. */
export const identity: Concept<PartnershipServices> = {
  rows: [FormerVersionRow, MatchCandidateRow, MatchDecisionRow, MatchKeyRow, MatchReviewRow, SourceRecordRow],
  bases: ['RESIDENCE'],
  resolvers: [IdentityResolver],
};
