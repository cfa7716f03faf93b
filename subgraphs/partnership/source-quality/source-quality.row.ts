import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { Document, Word } from '../../../platform/db/table/stored-value.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

/** Which rules were met, and how often. */
export const metRules = z.array(
  z.object({ rule: z.string(), message: z.string(), whole: z.boolean(), count: z.number().int() }),
);

export type MetRules = readonly Readonly<z.infer<typeof metRules>[number]>[];

/** What came of the files of a source that came last, as its domain tells it. */
@Entity({ schema: 'partnership', name: 'source_quality' })
export class SourceQualityRow {
  @Word(Domain, { primary: true }) domain: Domain;
  @PrimaryColumn('text') source: string;
  /** When something of it was last taken. */
  @Column('timestamptz', { name: 'last_received', nullable: true }) lastReceived: string | null;
  @Column('text', { name: 'expected_every', nullable: true }) expectedEvery: string | null;
  /** When files of it last came, taken or not. */
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt: string | null;
  /** Records in them, and how many of these were not taken; null of files from before this was counted. */
  @Column('int', { nullable: true }) received: number | null;
  @Column('int', { nullable: true }) rejected: number | null;
  @Document(metRules) rules: MetRules;
}
