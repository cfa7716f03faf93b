import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import {
  FREE_SCHOOL_MEALS,
  type FreeSchoolMeals,
  SLICE_PROVISIONS,
  type SliceProvision,
} from '../attendance/slice-words.js';
import { Cohort } from '../cohort/cohort.js';
import { SUSPENSION_CATEGORIES, type SuspensionWord } from './suspension-word.js';

/** A suspension that was put right, as it counted until then: otherwise as `CohortSuspensionRow`. */
@Entity({ schema: 'virtual_school', name: 'cohort_suspension_past' })
export class CohortSuspensionPastRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** Held on its first day. */
  @Word(Cohort, { primary: true }) cohort: Cohort;
  @PrimaryColumn('text', { name: 'school_urn' }) schoolUrn: string;
  @PrimaryColumn('date', { name: 'started_on' }) startedOn: string;
  @Word(SUSPENSION_CATEGORIES, { primary: true }) category: SuspensionWord;
  /** The Monday of its first day. */
  @Column('date', { name: 'week_beginning' }) weekBeginning: string;
  /** As on its first day, as the next three; empty where no team held the case. */
  @Column('text') team: string;
  @Column('text') phase: string;
  @Word(SLICE_PROVISIONS, { name: 'sen_provision' }) senProvision: SliceProvision;
  @Word(FREE_SCHOOL_MEALS, { name: 'free_school_meals' }) freeSchoolMeals: FreeSchoolMeals;
  @Column('int') sessions: number;
  /** ISO instants between which the hub said so, the second excluded. */
  @PrimaryColumn('timestamptz', { name: 'believed_from' }) believedFrom: string;
  @Column('timestamptz', { name: 'believed_until' }) believedUntil: string;
}
