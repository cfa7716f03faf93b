import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { PepQuality } from './pep-quality.js';

/** One term's Personal Education Plan of a child, as stored. */
@Entity({ schema: 'virtual_school', name: 'pep' })
export class PersonalEducationPlanRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** Academic year and term: 2025/26 Spring. */
  @PrimaryColumn('text') term: string;
  @Column('date', { name: 'due_on' }) dueOn: string;
  @Column('date', { name: 'completed_on', nullable: true }) completedOn: string | null;
  @Word(PepQuality, { nullable: true }) quality: PepQuality | null;
  /** Spent in the term. */
  @Column('int', { name: 'pupil_premium_plus_pence', nullable: true }) pupilPremiumPlusPence: number | null;
  /** The designated teacher of the child's school had done their part. */
  @Column('date', { name: 'designated_teacher_on', nullable: true }) designatedTeacherOn: string | null;
  /** The child's own views were recorded. */
  @Column('date', { name: 'child_views_on', nullable: true }) childViewsOn: string | null;
  /** The virtual school signed it off. */
  @Column('date', { name: 'signed_off_on', nullable: true }) signedOffOn: string | null;
  @Column('int', { name: 'pupil_premium_plus_allocated_pence', nullable: true })
  pupilPremiumPlusAllocatedPence: number | null;
}
