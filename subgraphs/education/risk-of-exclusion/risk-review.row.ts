import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody recorded of a child at risk of exclusion, as stored: added, never changed. */
@Entity({ schema: 'education', name: 'risk_review' })
export class RiskReviewRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'child_id' }) childId: string;
  @Column('date', { name: 'reviewed_on' }) reviewedOn: string;
  @Column('text', { array: true }) interventions: readonly string[];
  /** In the pupil's own words; null where the pupil said nothing. */
  @Column('text', { name: 'pupil_words', nullable: true }) pupilWords: string | null;
  /** ISO instant. */
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  @Column('text') actor: string;
  @Column('text', { name: 'actor_name' }) actorName: string;
  @Column('text', { name: 'actor_role' }) actorRole: string;
  @Column('text', { name: 'actor_org' }) actorOrg: string;
}
