import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { Document, Word } from '../../../platform/db/table/stored-value.js';
import { SenProvision } from '../../../platform/vocabulary/sen-provision.js';

// The census's C, M, S, F and O; UNKNOWN where there is a register but no roll yet.
const statuses = ['CURRENT', 'CURRENT_MAIN', 'CURRENT_SUBSIDIARY', 'FE_COLLEGE', 'OTHER', 'UNKNOWN'] as const;
const leftCareBy = ['ADOPTION', 'SPECIAL_GUARDIANSHIP', 'RESIDENCE_ORDER', 'CHILD_ARRANGEMENTS_ORDER'] as const;
const meals = z.array(z.object({ eligible: z.boolean(), from: z.iso.date() }));
const needs = z.array(z.object({ codes: z.array(z.string()), from: z.iso.date() }));
const provisions = z.array(z.object({ provision: z.enum(SenProvision), from: z.iso.date() }));

/** One spell of one child on one school's roll, as stored. */
@Entity({ schema: 'education', name: 'enrolment' })
export class EnrolmentRow {
  @PrimaryColumn('uuid') id: string;
  /** The school's own record of the pupil: one of perhaps several ids of the child. */
  @Column('uuid', { name: 'child_id' }) childId: string;
  @Column('text') urn: string;
  @Column('text', { name: 'year_group', nullable: true }) yearGroup: string | null;
  @Column('date', { name: 'entry_on' }) from: string;
  /** As the roll says. */
  @Column('date', { name: 'left_on', nullable: true }) leftOn: string | null;
  /** As we conclude where the roll says nothing: the day a later main enrolment began elsewhere. */
  @Column('date', { name: 'superseded_on', nullable: true }) supersededOn: string | null;
  /** The one or the other: the first day the child was no longer on the roll. */
  @Column({ type: 'date', name: 'until_on', nullable: true, insert: false, update: false }) until: string | null;
  @Word(statuses) status: (typeof statuses)[number];
  /** The needs the roll has shown, by their codes, the main one first; oldest first, none where it has not said. */
  @Document(needs) needs: readonly ShownNeeds[];
  /** Whether the roll has shown the child as eligible, oldest first; none where it has not said. */
  @Document(meals, { name: 'free_school_meals' }) freeSchoolMeals: readonly ShownMeals[];
  @Word(leftCareBy, { name: 'left_care_by', nullable: true }) leftCareBy: (typeof leftCareBy)[number] | null;
  /** The provision the roll has shown, oldest first. */
  @Document(provisions, { name: 'sen_provisions' }) provisions: readonly ShownProvision[];
  /** ISO instant: when the school last told something new of it. */
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
}

/** Whether a roll showed a child as eligible for free school meals, from a day on. */
export type ShownMeals = Readonly<z.infer<typeof meals>[number]>;

/** The needs a roll showed from a day on. */
export type ShownNeeds = Readonly<z.infer<typeof needs>[number]>;

/** The provision a roll showed from a day on. */
export type ShownProvision = Readonly<z.infer<typeof provisions>[number]>;
