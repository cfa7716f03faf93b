import { Column, Entity } from 'typeorm';
import { CountedSuspensionRow } from './counted-suspension.row.js';

/** A suspension that counts for a cohort, as stored. */
@Entity({ schema: 'virtual_school', name: 'cohort_suspension' })
export class CohortSuspensionRow extends CountedSuspensionRow {
  /** ISO instant: since when the hub has said so. */
  @Column('timestamptz', { name: 'believed_from' }) believedFrom: string;
}
