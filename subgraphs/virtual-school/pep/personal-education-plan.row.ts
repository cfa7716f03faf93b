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
  @Column('int', { name: 'pupil_premium_plus_pence', nullable: true }) pupilPremiumPlusPence: number | null;
}
