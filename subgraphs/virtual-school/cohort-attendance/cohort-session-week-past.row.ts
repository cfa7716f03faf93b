import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SliceRow } from './slice.row.js';

/** A slice that was put right, as it was said until then. */
@Entity({ schema: 'virtual_school', name: 'cohort_session_week_past' })
export class CohortSessionWeekPastRow extends SliceRow {
  /** ISO instants between which the hub said so, the second excluded. */
  @PrimaryColumn('timestamptz', { name: 'believed_from' }) believedFrom: string;
  @Column('timestamptz', { name: 'believed_until' }) believedUntil: string;
}
