import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { HealthService, WaitingStatus } from './status.js';

/** On which days an entry stood where, as stored: what its history comes to, with what is counted by. */
@Entity({ schema: 'health', name: 'wait_interval' })
export class WaitIntervalRow {
  @PrimaryColumn('uuid', { name: 'entry_id' }) entryId: string;
  /** The first day at whose end it stood so. */
  @PrimaryColumn('date', { name: 'held_from' }) from: string;
  /** The first day at whose end it no longer did; null while it does. */
  @Column('date', { name: 'held_until', nullable: true }) until: string | null;
  @Column('uuid', { name: 'child_id' }) childId: string;
  @Word(WaitingStatus) status: WaitingStatus;
  /** Received, not seen and not closed. */
  @Column('boolean') waiting: boolean;
  @Word(HealthService) service: HealthService;
  @Column('text', { name: 'provider_ods' }) providerOds: string;
  @Column('date', { name: 'received_on' }) receivedOn: string;
  @Column('boolean') confidential: boolean;
}
