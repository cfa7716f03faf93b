import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { DecideMatchResolver } from './decide-match.resolver.js';
import { KeptApartRow } from './kept-apart.row.js';
import { matchReviewPolicy } from './match-review.policy.js';
import { MatchReviewResolver, SourceRecordResolver } from './match-review.resolver.js';

/** What a person says of whose a record is, and takes back. */
export const matchReview: Concept<PartnershipServices> = {
  rows: [KeptApartRow],
  policies: [matchReviewPolicy],
  bases: ['MATCH_REVIEW'],
  resolvers: [MatchReviewResolver, SourceRecordResolver, DecideMatchResolver],
};
