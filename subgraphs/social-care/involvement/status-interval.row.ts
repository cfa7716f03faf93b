import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';

/** What one source says of the days a status was held, as stored. */
@Entity({ schema: 'social_care', name: 'status_interval' })
export class StatusIntervalRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  @PrimaryColumn('text') source: string;
  /** Unique within the child and source, and the same in the source's next file. */
  @PrimaryColumn('text', { name: 'source_ref' }) sourceRef: string;
  @Word(SocialCareStatus) status: SocialCareStatus;
  @Column('date', { name: 'held_from' }) from: string;
  @Column('date', { name: 'held_until', nullable: true }) until: string | null;
}
