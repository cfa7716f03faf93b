import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { WaitingStatus } from './status.js';

/** That the referrer was told what came of a referral, as stored: one row for each telling, never edited. */
@Entity({ schema: 'health', name: 'referrer_told' })
export class ReferrerToldRow {
  @PrimaryColumn('bigint', { insert: false, update: false }) id: number;
  @Column('uuid', { name: 'entry_id' }) entryId: string;
  @Column('uuid', { name: 'child_id' }) childId: string;
  /** What was told of: the outcome as it then was. */
  @Word(WaitingStatus) outcome: WaitingStatus;
  @Column('date', { name: 'told_on' }) toldOn: string;
  /** ISO instant. */
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  @Column('text', { name: 'recorded_by' }) by: string;
}
