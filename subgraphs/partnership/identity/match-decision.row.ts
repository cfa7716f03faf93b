import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';

// LINKED by a rule, CONFIRMED or KEPT_APART by a person, SEPARATED by a person, RELEASED: linked because of what was
// separated, and decided again.
const kinds = ['LINKED', 'CONFIRMED', 'KEPT_APART', 'SEPARATED', 'RELEASED'] as const;

/** Who decided whose a record is, when and by which rule, as stored. Never changed. */
@Entity({ schema: 'partnership', name: 'match_decision' })
export class MatchDecisionRow {
  @PrimaryColumn('bigint', { insert: false, update: false }) seq: number;
  /** ISO instant; all of one act carry one. */
  @Column('timestamptz') at: string;
  /** The record's own id. */
  @Column('uuid', { name: 'child_id' }) childId: string;
  /** The child it was linked with, kept apart from or separated from. */
  @Column('uuid', { name: 'other_id', nullable: true }) otherId: string | null;
  @Word(kinds) kind: (typeof kinds)[number];
  @Column('text') rule: string;
  @Column('text', { name: 'rule_version' }) ruleVersion: string;
  /** From 0 to 1; null where a person decided. */
  @Column('float8', { nullable: true }) probability: number | null;
  @Column('text', { array: true }) evidence: readonly string[];
  @Column('uuid', { name: 'review_id', nullable: true }) reviewId: string | null;
  @Column('text') actor: string;
  @Column('text', { name: 'actor_name', nullable: true }) actorName: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  /** ISO instant; of a separation, since when they had been linked; null where it is not known. */
  @Column('timestamptz', { nullable: true }) since: string | null;
}
