import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import {
  FREE_SCHOOL_MEALS,
  type FreeSchoolMeals,
  SLICE_PROVISIONS,
  type SliceProvision,
} from '../attendance/slice-words.js';
import { Cohort } from '../cohort/cohort.js';

/** What the slices of a child's term add up to, by all that they are divided by but the week. */
@Entity({ schema: 'virtual_school', name: 'cohort_session_term' })
export class CohortSessionTermRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  @Word(Cohort, { primary: true }) cohort: Cohort;
  /** The first day of the term that the Wednesday of its weeks is in. */
  @PrimaryColumn('date', { name: 'term_begins' }) termBegins: string;
  @PrimaryColumn('text', { name: 'school_urn' }) schoolUrn: string;
  @PrimaryColumn('text') team: string;
  @PrimaryColumn('text') phase: string;
  @Word(SLICE_PROVISIONS, { name: 'sen_provision', primary: true }) senProvision: SliceProvision;
  @Word(FREE_SCHOOL_MEALS, { name: 'free_school_meals', primary: true }) freeSchoolMeals: FreeSchoolMeals;
  /** The Mondays of the first week and the last with a slice. */
  @Column('date', { name: 'first_week' }) firstWeek: string;
  @Column('date', { name: 'last_week' }) lastWeek: string;
  @Column('integer') possible: number;
  @Column('integer') attended: number;
  /** ISO instant: since when the hub has said so of all of them. */
  @Column('timestamptz', { name: 'believed_from' }) believedFrom: string;
}
