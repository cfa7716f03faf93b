import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../../platform/db/table/stored-value.js';
import type { UntakenWords } from '../file-said.js';
import { ConflictSide } from './conflict-side.js';

/** What a provider's file said against a change made in the hub, as stored. */
@Entity({ schema: 'health', name: 'entry_conflict' })
export class EntryConflictRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'entry_id' }) entryId: string;
  @Column('uuid', { name: 'child_id' }) childId: string;
  @Column('text', { name: 'provider_ods' }) providerOds: string;
  @Column('jsonb', { name: 'file_said' }) fileSaid: UntakenWords;
  /** ISO instant, as is settledAt. */
  @Column('timestamptz') since: string;
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt: string | null;
  /** A person, or `file`. */
  @Column('text', { name: 'settled_by', nullable: true }) settledBy: string | null;
  @Word(ConflictSide, { nullable: true }) taken: ConflictSide | null;
}
