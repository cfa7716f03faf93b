import type { HeldRecord } from '../identity/held-record.js';

/** One source's record as a reviewer's read brings it back. */
export interface StoredRecord extends HeldRecord {
  readonly id: string;
}

/** A review as a read brings it back. Instants are ISO. */
export interface StoredReview {
  readonly id: string;
  /** The record's own id. */
  readonly childId: string;
  readonly kind: string;
  readonly source: string;
  readonly ruleVersion: string;
  readonly state: string;
  readonly version: number;
  readonly raisedAt: string;
  readonly record: StoredRecord;
  readonly candidates: readonly {
    /** The child as it was shown when the review was raised. */
    readonly childId: string;
    readonly score: number;
    readonly evidence: readonly string[];
  }[];
}

/** What was decided before about a child's records, in order. */
export interface PastDecision {
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  readonly childId: string;
  readonly otherId: string | null;
  readonly kind: 'LINKED' | 'CONFIRMED' | 'KEPT_APART' | 'SEPARATED' | 'RELEASED';
  readonly reviewId: string | null;
}
