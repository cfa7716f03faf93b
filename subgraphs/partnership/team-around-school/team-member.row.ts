import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One seat in the team around a school, as stored. */
@Entity({ schema: 'partnership', name: 'team_member' })
export class TeamMemberRow {
  @PrimaryColumn('text', { name: 'school_urn' }) schoolUrn: string;
  @PrimaryColumn('text') subject: string;
  /** Null until they have signed in and set it themselves. */
  @Column('text', { nullable: true }) name: string | null;
  @Column('text') role: string;
  @Column('text', { name: 'organisation_id', nullable: true }) organisationId: string | null;
  @Column('date') since: string;
  @Column('date', { nullable: true }) until: string | null;
}
