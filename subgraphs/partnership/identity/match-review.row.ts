import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';

const kinds = ['UNCERTAIN', 'TWIN', 'CONFLICT'] as const;
const states = ['OPEN', 'CONFIRMED', 'SEPARATE'] as const;

/** A record that may be of a child already known, as stored: a person decides. */
@Entity({ schema: 'partnership', name: 'match_review' })
export class MatchReviewRow {
  @PrimaryColumn('uuid') id: string;
  /** The record's own. */
  @Column('uuid', { name: 'child_id' }) childId: string;
  @Column('text') source: string;
  @Column('text', { name: 'source_key' }) sourceKey: string;
  @Word(kinds) kind: (typeof kinds)[number];
  @Column('text', { name: 'rule_version' }) ruleVersion: string;
  /** ISO instant. */
  @Column('timestamptz', { name: 'raised_at' }) raisedAt: string;
  @Word(states) state: (typeof states)[number];
  @Column('int') version: number;
}
