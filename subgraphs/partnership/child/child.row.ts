import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { Sex } from '../../../platform/vocabulary/sex.js';

/** What is shown of a child, on the row of each of the child's ids, as stored. */
@Entity({ schema: 'partnership', name: 'child' })
export class ChildRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** Null for a child known only from a return, which carries no names. */
  @Column('text', { nullable: true }) given: string | null;
  @Column('text', { nullable: true }) family: string | null;
  @Column('text', { nullable: true }) preferred: string | null;
  @Column('text', { name: 'previous_family', array: true }) previousFamily: readonly string[];
  /** Null where unborn or not known. */
  @Column('date', { name: 'date_of_birth', nullable: true }) dateOfBirth: string | null;
  @Word(Sex) sex: Sex;
  /** How often it was decided who this child is; see separateChildren. */
  @Column('int') version: number;
}
