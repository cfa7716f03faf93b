import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { Document, Word } from '../../../platform/db/table/stored-value.js';

const sexes = ['FEMALE', 'MALE', 'UNKNOWN'] as const;
const claims = ['DISPUTED', 'ANOTHERS', 'HELD'] as const;
const reasons = ['ENTERED_IN_ERROR', 'ERASURE_REQUEST', 'RETENTION_ENDED'] as const;
const numbers = z.array(z.object({ type: z.enum(['UPN', 'NHS_NUMBER', 'SOCIAL_CARE_ID', 'ULN']), value: z.string() }));
type Numbers = readonly Readonly<z.infer<typeof numbers>[number]>[];

/** One source's record of a child, as stored. Where its source deleted it, the row stays without any fact. */
@Entity({ schema: 'partnership', name: 'source_record' })
export class SourceRecordRow {
  @Column('uuid') id: string;
  /** Order of first arrival: the eldest record of a child gives the id it is shown by. */
  @Column({ type: 'bigint', insert: false, update: false }) arrival: number;
  /** With its organisation: `school-census:900123`. */
  @PrimaryColumn('text') source: string;
  @PrimaryColumn('text', { name: 'source_key' }) sourceKey: string;
  @Column('uuid', { name: 'child_id' }) childId: string;
  @Column('text', { nullable: true }) given: string | null;
  @Column('text', { nullable: true }) family: string | null;
  @Column('text', { nullable: true }) preferred: string | null;
  @Column('text', { name: 'previous_family', nullable: true }) previousFamily: string | null;
  @Column('date', { name: 'date_of_birth', nullable: true }) dateOfBirth: string | null;
  @Word(sexes) sex: (typeof sexes)[number];
  @Column('text', { nullable: true }) postcode: string | null;
  @Document(numbers) identifiers: Numbers;
  /** The source's own key, under which two came; null where the key is its record's alone. */
  @Column('text', { nullable: true }) number: string | null;
  @Word(claims, { nullable: true }) claim: (typeof claims)[number] | null;
  /** The identifiers it would carry, did it hold the number. */
  @Document(numbers, { nullable: true }) withheld: Numbers | null;
  /** ISO instant. */
  @Column('timestamptz') received: string;
  @Column('date', { name: 'deleted_on', nullable: true }) deletedOn: string | null;
  @Word(reasons, { name: 'deleted_because', nullable: true }) deletedBecause: (typeof reasons)[number] | null;
}
