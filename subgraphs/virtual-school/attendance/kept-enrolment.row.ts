import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { Document } from '../../../platform/db/table/stored-value.js';
import { SenProvision } from '../../../platform/vocabulary/sen-provision.js';

const provisions = z.array(z.object({ provision: z.enum(SenProvision), from: z.iso.date() }));
const meals = z.array(z.object({ eligible: z.boolean(), from: z.iso.date() }));

/** A spell on a school's roll, as the copy of education's has it. */
@Entity({ schema: 'virtual_school', name: 'kept_enrolment' })
export class KeptEnrolmentRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  @PrimaryColumn('text', { name: 'school_urn' }) schoolUrn: string;
  @PrimaryColumn('date', { name: 'held_from' }) from: string;
  @Column('date', { name: 'held_until', nullable: true }) until: string | null;
  /** As `Enrolment.status`; UNKNOWN where there is a register but no roll. */
  @PrimaryColumn('text') status: string;
  /** The school's, in the words of the register of schools; null where it says none. */
  @Column('text', { nullable: true }) phase: string | null;
  /** What the roll showed and since when, oldest first. */
  @Document(provisions, { name: 'sen_provisions' }) provisions: readonly Readonly<z.infer<typeof provisions>[number]>[];
  @Document(meals, { name: 'free_school_meals' }) meals: readonly Readonly<z.infer<typeof meals>[number]>[];
  /** The owner's, and the tier it stands under there. */
  @Column({ type: 'text', name: 'source_domain', insert: false, update: false }) sourceDomain: string;
  @Column({ type: 'text', name: 'source_tier', insert: false, update: false }) sourceTier: string;
}
