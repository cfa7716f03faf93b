import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { WaitingStatus } from './status.js';

/** One change of an entry's status, as stored. */
@Entity({ schema: 'health', name: 'waiting_list_change' })
export class WaitingListChangeRow {
  @PrimaryColumn('bigint', { insert: false, update: false }) id: number;
  @Column('uuid', { name: 'entry_id' }) entryId: string;
  @Column('uuid', { name: 'child_id' }) childId: string;
  /** Null for the first. */
  @Word(WaitingStatus, { name: 'from_status', nullable: true }) from: WaitingStatus | null;
  @Word(WaitingStatus, { name: 'to_status' }) to: WaitingStatus;
  @Column('date', { name: 'effective_on' }) effectiveOn: string;
  /** ISO instant. */
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  @Column('text', { name: 'recorded_by' }) by: string;
  @Column('text', { nullable: true }) reason: string | null;
}
