import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

/** A line of a file of which something was not taken: without any value of it. */
@Entity({ schema: 'partnership', name: 'rejected_line' })
export class RejectedLineRow {
  @Word(Domain, { primary: true }) domain: Domain;
  @PrimaryColumn('text') source: string;
  /** Its place among the lines of the source that are told. */
  @PrimaryColumn('int') place: number;
  @Column('text') file: string;
  @Column('int') line: number;
  @Column('text') rule: string;
  @Column('text') reason: string;
  /** Whether the whole record was not taken, or a part of it was left out. */
  @Column('boolean') whole: boolean;
}
