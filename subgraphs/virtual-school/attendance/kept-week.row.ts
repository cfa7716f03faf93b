import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One school's register week of a child of the duty, as the copy of education's has it. The whole row is its key: a week
 * may be held twice, by a child on two rolls or known under two ids.
 */
@Entity({ schema: 'virtual_school', name: 'kept_week' })
export class KeptWeekRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** The Monday. */
  @PrimaryColumn('date', { name: 'week_beginning' }) weekBeginning: string;
  @PrimaryColumn('text', { name: 'school_urn' }) schoolUrn: string;
  /** Ten characters, one a session, as education packs them. */
  @PrimaryColumn('text') marks: string;
  /** The owner's, and the tier it stands under there. */
  @Column({ type: 'text', name: 'source_domain', insert: false, update: false }) sourceDomain: string;
  @Column({ type: 'text', name: 'source_tier', insert: false, update: false }) sourceTier: string;
}
