import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

/** A change of a fact of a child, as the copy of its domain's word has it. */
@Entity({ schema: 'partnership', name: 'change' })
export class ChangeRow {
  /** The record it is held under. */
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** Whose fact it is. */
  @Word(Domain, { primary: true }) domain: Domain;
  /** That domain's own key of it among those of the record. */
  @PrimaryColumn('text', { name: 'change_key' }) changeKey: string;
  @Column({ type: 'uuid', insert: false, update: false }) id: string;
  /** The tier it stands under, in its domain and here. */
  @Column('text') tier: string;
  /** What it takes to see it besides the tier; null where the tier is enough. */
  @Column('text', { nullable: true }) facet: string | null;
  /** The school whose team alone is told of it; null where the tier is enough. */
  @Column('text', { name: 'team_urn', nullable: true }) teamUrn: string | null;
  /** The first day on which it is told in place of what stands under HISTORY; null of what is told on every day. */
  @Column('date', { name: 'told_from', nullable: true }) toldFrom: string | null;
  /** The first day on which it is told no more. */
  @Column('date', { name: 'told_until', nullable: true }) toldUntil: string | null;
  /** ISO instant: when the domain learnt it. */
  @Column('timestamptz') at: string;
  /** ISO instant: from when on it could be told here. */
  @Column('timestamptz', { name: 'heard_at' }) heardAt: string;
  @Column('text') what: string;
  @Column('text', { nullable: true }) was: string | null;
  @Column('text', { nullable: true }) became: string | null;
  @Column('text', { name: 'told_by', nullable: true }) toldBy: string | null;
}
