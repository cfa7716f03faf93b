import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CountedSuspensionRow } from './counted-suspension.row.js';

/** A suspension that was put right, as it counted until then. */
@Entity({ schema: 'virtual_school', name: 'cohort_suspension_past' })
export class CohortSuspensionPastRow extends CountedSuspensionRow {
  /** ISO instants between which the hub said so, the second excluded. */
  @PrimaryColumn('timestamptz', { name: 'believed_from' }) believedFrom: string;
  @Column('timestamptz', { name: 'believed_until' }) believedUntil: string;
}
