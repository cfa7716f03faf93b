import { Column, Entity, PrimaryColumn } from 'typeorm';

/** All pupils' sessions at one school in one week, as stored: about no child. education.count_school_weeks alone writes it. */
@Entity({ schema: 'education', name: 'school_week_total' })
export class SchoolWeekTotalRow {
  @PrimaryColumn('text') urn: string;
  /** The Monday. */
  @PrimaryColumn('date', { name: 'week_beginning' }) weekBeginning: string;
  /** As the register of schools has it. */
  @Column('text', { nullable: true }) phase: string | null;
  /** Enrolments with a possible session. */
  @Column('int') pupils: number;
  @Column('int') possible: number;
  @Column('int') attended: number;
  @Column('int') authorised: number;
  @Column('int') unauthorised: number;
  @Column('int', { name: 'persistent_to_date' }) persistentToDate: number;
  @Column('int', { name: 'severe_to_date' }) severeToDate: number;
  /** A bit a weekday, Monday = 1. */
  @Column('smallint', { name: 'school_days' }) schoolDays: number;
  /** What was counted last has the greatest. */
  @Column('bigint') version: number;
}
