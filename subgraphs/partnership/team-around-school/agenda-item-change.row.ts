import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';

/** What can become of an item of an agenda. */
export const AGENDA_CHANGES = ['RAISED', 'OPENED', 'DECLINED', 'RENEWED', 'OUTCOME_RECORDED', 'CLOSED'] as const;

export type AgendaChange = (typeof AGENDA_CHANGES)[number];

/** Who changed an item of an agenda, and when, as stored: one row a version of it. */
@Entity({ schema: 'partnership', name: 'agenda_item_change' })
export class AgendaItemChangeRow {
  @PrimaryColumn('uuid', { name: 'item_id' }) itemId: string;
  /** The version of the item that the change made. */
  @PrimaryColumn('int') version: number;
  @Column('uuid', { name: 'child_id' }) childId: string;
  /** As of the item: who may see the one may see the other. */
  @Column('text', { name: 'school_urn' }) schoolUrn: string;
  @Word(AGENDA_CHANGES) change: AgendaChange;
  /** Why, or what came of it: as they said it; null where nothing was said. */
  @Column('text', { nullable: true }) words: string | null;
  /** ISO instant. */
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  @Column('text') actor: string;
  @Column('text', { name: 'actor_name' }) actorName: string;
  @Column('text', { name: 'actor_role' }) actorRole: string;
}
