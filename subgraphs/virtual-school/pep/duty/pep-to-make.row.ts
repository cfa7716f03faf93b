import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One term's Personal Education Plan that is to be made because the child is looked after, as stored. */
@Entity({ schema: 'virtual_school', name: 'pep_to_make' })
export class PepToMakeRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** Academic year and term: 2026/27 Autumn. */
  @PrimaryColumn('text') term: string;
  @Column('text', { name: 'begun_term', nullable: true }) begunTerm: string | null;
  @Column('date', { name: 'initiate_by', nullable: true }) initiateBy: string | null;
  @Column('date', { name: 'due_on' }) dueOn: string;
  @Column('date', { name: 'made_from' }) from: string;
  @Column('date', { name: 'made_until' }) until: string;
  /** Social care's: it follows from the statuses it tells. */
  @Column({ type: 'text', name: 'source_domain', insert: false, update: false }) sourceDomain: string;
  @Column({ type: 'text', name: 'source_tier', insert: false, update: false }) sourceTier: string;
}
