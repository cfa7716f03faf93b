import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';

/** What of who a child is can be put right, as far as it is told. */
const identityFacts = ['NAME', 'DATE_OF_BIRTH'] as const;

/** When what is shown of who a child is was last put right, as stored: of each of the child's ids. */
@Entity({ schema: 'partnership', name: 'identity_change' })
export class IdentityChangeRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  @Word(identityFacts, { primary: true }) what: (typeof identityFacts)[number];
  /** ISO instant. */
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
}
