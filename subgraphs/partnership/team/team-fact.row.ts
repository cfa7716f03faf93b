import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

/** One member of a child's team, as the copy of a domain's word has it. */
@Entity({ schema: 'partnership', name: 'team_fact' })
export class TeamFactRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** Whose fact it is. */
  @Word(Domain, { primary: true }) domain: Domain;
  @PrimaryColumn('int') ordinal: number;
  @Column('text') name: string;
  @Column('text') role: string;
  @Column('text', { name: 'organisation_id', nullable: true }) organisationId: string | null;
  @Column('boolean') lead: boolean;
  @Column('date', { nullable: true }) since: string | null;
  @Column('date', { name: 'held_until', nullable: true }) until: string | null;
  @Column('text', { nullable: true }) contact: string | null;
  /** ISO instant. */
  @Column('timestamptz', { name: 'as_at', nullable: true }) asAt: string | null;
}
