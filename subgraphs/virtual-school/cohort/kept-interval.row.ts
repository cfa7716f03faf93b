import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { FOLLOWED_STATUSES, type FollowedStatus } from './duty.js';

/** One status that a child of the duty held, as the copy of social care's has it. */
@Entity({ schema: 'virtual_school', name: 'kept_interval' })
export class KeptIntervalRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  @Word(FOLLOWED_STATUSES, { primary: true }) status: FollowedStatus;
  @PrimaryColumn('date', { name: 'held_from' }) from: string;
  @Column('date', { name: 'held_until', nullable: true }) until: string | null;
  /** The owner's, and the tier it stands under there. */
  @Column({ type: 'text', name: 'source_domain', insert: false, update: false }) sourceDomain: string;
  @Column({ type: 'text', name: 'source_tier', insert: false, update: false }) sourceTier: string;
}
