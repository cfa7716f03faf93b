import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';

/** A number that a child's record carries, as stored. */
@Entity({ schema: 'partnership', name: 'identifier' })
export class IdentifierRow {
  @Word(IdentifierType, { primary: true }) type: IdentifierType;
  @PrimaryColumn('text') value: string;
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** Said by the body that issues it. */
  @Column('boolean') verified: boolean;
  /** What a look-up is audited by in place of the value. */
  @Column('text', { name: 'value_hash' }) valueHash: string;
}
