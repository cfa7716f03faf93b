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
  /** The day the child's wait ended, by which it is over on this day; null while the child waits. */
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: string | null;
  /** The first day at whose end its clock runs past its limit; null where it never does while the entry stands so. */
  @Column('date', { name: 'breached_from', nullable: true }) breachedFrom: string | null;
  /** The first day after that at whose end it no longer does; null where it does to the last. */
  @Column('date', { name: 'breached_until', nullable: true }) breachedUntil: string | null;
}
