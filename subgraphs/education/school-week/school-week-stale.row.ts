import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A note that a school's totals are to be counted anew from a week on, within its academic year. */
@Entity({ schema: 'education', name: 'school_week_stale' })
export class SchoolWeekStaleRow {
  @PrimaryColumn('bigint', { insert: false, update: false }) id: number;
  @Column('text') urn: string;
  /** The Monday. */
  @Column('date', { name: 'week_beginning' }) weekBeginning: string;
}
