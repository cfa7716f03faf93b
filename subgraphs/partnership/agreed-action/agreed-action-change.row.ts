import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';

/** What can become of an action. */
export const ACTION_CHANGES = ['RECORDED', 'COMPLETED'] as const;

export type ActionChange = (typeof ACTION_CHANGES)[number];

/** Who changed an action, and when, as stored: one row a version of it. */
@Entity({ schema: 'partnership', name: 'agreed_action_change' })
export class AgreedActionChangeRow {
  @PrimaryColumn('uuid', { name: 'action_id' }) actionId: string;
  /** The version of the action that the change made. */
  @PrimaryColumn('int') version: number;
  @Column('uuid', { name: 'child_id' }) childId: string;
  /** As of the action: who may see the one may see the other. */
  @Column('text', { name: 'school_urn', nullable: true }) schoolUrn: string | null;
  @Word(ACTION_CHANGES) change: ActionChange;
  /** ISO instant. */
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  @Column('text') actor: string;
  @Column('text', { name: 'actor_name' }) actorName: string;
  @Column('text', { name: 'actor_role' }) actorRole: string;
}
