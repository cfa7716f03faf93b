import { Column, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { Document } from '../db/table/stored-value.js';

const values = z.record(z.string(), z.unknown());

/** What a domain learnt of a fact of a child, as `access.note_fact` writes it: each domain's table is its own. */
export abstract class FactHistoryRow {
  @PrimaryColumn('bigint', { insert: false, update: false }) id: number;
  /** The record it is of. */
  @Column('uuid', { name: 'child_id' }) childId: string;
  /** What kind of fact it is, as the domain calls it. */
  @Column('text') fact: string;
  /** By which it is known among those of its kind and record. */
  @Column('text', { name: 'fact_key' }) factKey: string;
  /** What told it before, by the table's own columns; null where it was not there. */
  @Document(values, { nullable: true }) was: Readonly<Record<string, unknown>> | null;
  /** What tells it now; null where it is there no more. */
  @Document(values, { nullable: true }) became: Readonly<Record<string, unknown>> | null;
  /** ISO instant. */
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  /** The person who said so; null for a file. */
  @Column('text', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
}
