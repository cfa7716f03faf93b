import { Column, Entity, PrimaryColumn } from 'typeorm';

/** All pupils' sessions at one school in one week, as the copy of education's totals has them: of no child. */
@Entity({ schema: 'virtual_school', name: 'kept_school_week' })
export class KeptSchoolWeekRow {
  @PrimaryColumn('text') urn: string;
  /** The Monday. */
  @PrimaryColumn('date', { name: 'week_beginning' }) weekBeginning: string;
  @Column('text', { nullable: true }) phase: string | null;
  /** Enrolments with a possible session. */
  @Column('int') pupils: number;
  @Column('int') possible: number;
  @Column('int') attended: number;
  @Column('int') authorised: number;
  @Column('int') unauthorised: number;
  @Column('int', { name: 'persistent_to_date' }) persistentToDate: number;
  @Column('int', { name: 'severe_to_date' }) severeToDate: number;
  /** A bit a weekday, Monday = 1, with any mark but # at that school. */
  @Column('smallint', { name: 'school_days' }) schoolDays: number;
  /** The owner's, of its last change. */
  @Column('bigint') version: number;
}
