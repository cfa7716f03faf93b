import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { SUSPENSION_CATEGORIES, type SuspensionWord } from './suspension-word.js';

/** A suspension or permanent exclusion, as the copy of education's has it. */
@Entity({ schema: 'virtual_school', name: 'kept_suspension' })
export class KeptSuspensionRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  @PrimaryColumn('text', { name: 'school_urn' }) schoolUrn: string;
  @PrimaryColumn('date', { name: 'started_on' }) startedOn: string;
  @Word(SUSPENSION_CATEGORIES, { primary: true }) category: SuspensionWord;
  /** What counts of it, in the unit of its category. */
  @Column('int', { nullable: true }) sessions: number | null;
  @Column('int', { nullable: true }) lunchtimes: number | null;
  @Column('date', { name: 'cancelled_on', nullable: true }) cancelledOn: string | null;
  /** The day provision was in place; null where none is told of. */
  @Column('date', { name: 'provision_on', nullable: true }) provisionOn: string | null;
  /** The owner's, and the tier it stands under there. */
  @Column({ type: 'text', name: 'source_domain', insert: false, update: false }) sourceDomain: string;
  @Column({ type: 'text', name: 'source_tier', insert: false, update: false }) sourceTier: string;
}
