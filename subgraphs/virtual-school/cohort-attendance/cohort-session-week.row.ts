import { Column, Entity } from 'typeorm';
import { SliceRow } from './slice.row.js';

/** One slice of a child's week as stored. */
@Entity({ schema: 'virtual_school', name: 'cohort_session_week' })
export class CohortSessionWeekRow extends SliceRow {
  /** Whether it is the child's only one of its week in its cohort. */
  @Column('boolean') alone: boolean;
  /** ISO instant: since when the hub has said so. */
  @Column('timestamptz', { name: 'believed_from' }) believedFrom: string;
}
