import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { HeldRecord } from '../identity/held-record.js';
import { MatchCandidateRow } from '../identity/match-candidate.row.js';
import { MatchDecisionRow } from '../identity/match-decision.row.js';
import { MatchReviewRow } from '../identity/match-review.row.js';
import { SourceRecordRow } from '../identity/source-record.row.js';

/** What of a source's record a read takes as it is; a postcode may be protected, and a claim is one value. */
export const plainRecord = Columns.of(SourceRecordRow).without(
  'postcode',
  'number',
  'claim',
  'withheld',
  'deletedBecause',
);

/** One source's record as a reviewer's read brings it back. */
export interface StoredRecord extends HeldRecord {
  readonly id: string;
}

/** What of a review's row a read brings back. */
export const shownReview = Columns.of(MatchReviewRow).without('sourceKey');

/** What of a candidate's. */
export const shownCandidate = Columns.of(MatchCandidateRow).without('reviewId');

/** A review as a read brings it back. Instants are ISO. */
export interface StoredReview extends RowOf<typeof shownReview> {
  readonly record: StoredRecord;
  readonly candidates: readonly RowOf<typeof shownCandidate>[];
}

/** What of a decision's. */
export const pastDecision = Columns.of(MatchDecisionRow).only('seq', 'at', 'childId', 'otherId', 'kind', 'reviewId');

/** What was decided before about a child's records, in order. */
export type PastDecision = RowOf<typeof pastDecision>;
