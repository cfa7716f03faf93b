import { Column, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import {
  FREE_SCHOOL_MEALS,
  type FreeSchoolMeals,
  SLICE_PROVISIONS,
  type SliceProvision,
} from '../attendance/slice-words.js';
import { Cohort } from '../cohort/cohort.js';
import { SUSPENSION_CATEGORIES, type SuspensionWord } from './suspension-word.js';

/** What is said of a suspension that counts for a cohort, now or until it was put right: see the migration. */
export abstract class CountedSuspensionRow {
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
}
