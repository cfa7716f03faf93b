import { Column, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { Cohort } from '../cohort/cohort.js';
import {
  FREE_SCHOOL_MEALS,
  type FreeSchoolMeals,
  SLICE_PROVISIONS,
  type SliceProvision,
} from '../attendance/slice-words.js';

/** What is said of one slice of a child's week, now or until it was put right: see the migration for what its columns count. */
export abstract class SliceRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** The Monday. */
  @PrimaryColumn('date', { name: 'week_beginning' }) weekBeginning: string;
  /** Held on the day of each session. */
  @Word(Cohort, { primary: true }) cohort: Cohort;
  /** The school whose mark prevailed. */
  @PrimaryColumn('text', { name: 'school_urn' }) schoolUrn: string;
  /** That held the case on the day of each session; empty where none did. */
  @PrimaryColumn('text') team: string;
  /** As on the first day counted, as the next two: in the register's words, UNKNOWN where it says none. */
  @Column('text') phase: string;
  @Word(SLICE_PROVISIONS, { name: 'sen_provision' }) senProvision: SliceProvision;
  @Word(FREE_SCHOOL_MEALS, { name: 'free_school_meals' }) freeSchoolMeals: FreeSchoolMeals;
  @Column('smallint') possible: number;
  @Column('smallint') attended: number;
  @Column('smallint') authorised: number;
  @Column('smallint') unauthorised: number;
  @Column('smallint') late: number;
  /** Sessions marked C2. */
  @Column('smallint', { name: 'part_time' }) partTime: number;
  /** Sessions marked E. */
  @Column('smallint') suspended: number;
  /** Sessions marked N. */
  @Column('smallint') unexplained: number;
}
