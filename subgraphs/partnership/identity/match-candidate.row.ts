import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A child whom a reviewed record may be of, as stored. */
@Entity({ schema: 'partnership', name: 'match_candidate' })
export class MatchCandidateRow {
  @PrimaryColumn('uuid', { name: 'review_id' }) reviewId: string;
  /** The child as it was shown when the review was raised. */
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** From 0 to 1. */
  @Column('float8') score: number;
  /** In words, without any value. */
  @Column('text', { array: true }) evidence: readonly string[];
}
