import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { SessionOfDay } from '../../../platform/vocabulary/session-of-day.js';
import { SuspensionCategory } from './suspension-category.js';

/** What a school said, at one time, of a suspension or exclusion, as stored: superseded where it says otherwise, never changed. */
@Entity({ schema: 'education', name: 'suspension' })
export class SuspensionRow {
  @PrimaryColumn('uuid') id: string;
  /** The school's own record of the pupil: one of perhaps several ids of the child. */
  @Column('uuid', { name: 'child_id' }) childId: string;
  @Column('text') urn: string;
  @Column('date', { name: 'started_on' }) startedOn: string;
  @Word(SuspensionCategory) category: SuspensionCategory;
  /** Of the same pupil, school, first day and category, from 1. */
  @Column('int') version: number;
  /** The first session it is of; null where it is of no sessions. */
  @Word(SessionOfDay, { nullable: true }) session: SessionOfDay | null;
  @Column('int', { nullable: true }) sessions: number | null;
  @Column('int', { nullable: true }) lunchtimes: number | null;
  /** Published codes, the main one first. */
  @Column('text', { array: true }) reasons: readonly string[];
  @Column('date', { name: 'cancelled_on', nullable: true }) cancelledOn: string | null;
  /** Sessions, or lunchtimes, that the pupil was kept out of before it was cancelled. */
  @Column('int', { nullable: true }) served: number | null;
  /** The day full-time provision was in place, and who gives it, as the school's file has it. */
  @Column('date', { name: 'provision_on', nullable: true }) provisionOn: string | null;
  @Column('text', { nullable: true }) provider: string | null;
  /** ISO instant: when the school said so. */
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  /** ISO instant: when it said otherwise; null for what stands. */
  @Column('timestamptz', { name: 'superseded_at', nullable: true }) supersededAt: string | null;
}
