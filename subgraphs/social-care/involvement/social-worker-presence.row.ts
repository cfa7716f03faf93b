import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Days on which a social worker worked with a child, as stored. */
@Entity({ schema: 'social_care', name: 'social_worker_presence' })
export class SocialWorkerPresenceRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  @PrimaryColumn('date', { name: 'held_from' }) from: string;
  @Column('date', { name: 'held_until', nullable: true }) until: string | null;
}
