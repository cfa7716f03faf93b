import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The day a child died, as one source says, as stored. */
@Entity({ schema: 'social_care', name: 'death' })
export class DeathRow {
  /** The record's own id. */
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  @PrimaryColumn('text') source: string;
  @Column('date', { name: 'died_on' }) diedOn: string;
}
