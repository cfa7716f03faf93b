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
  /** The day on which the school told the council, where it says so. */
  @Column('date', { name: 'council_told_on', nullable: true }) councilToldOn: string | null;
  /** The day of the last review that the school told of, and what came of it, by its published code. */
  @Column('date', { name: 'reviewed_on', nullable: true }) reviewedOn: string | null;
  @Column('text', { name: 'review_result', nullable: true }) reviewResult: string | null;
  @Column('date', { name: 'reinstated_on', nullable: true }) reinstatedOn: string | null;
  /** Whether a panel heard somebody who knows special educational needs. */
  @Column('boolean', { name: 'sen_expert', nullable: true }) senExpert: boolean | null;
  /** ISO instant: when the school said so. */
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  /** ISO instant: when it said otherwise; null for what stands. */
  @Column('timestamptz', { name: 'superseded_at', nullable: true }) supersededAt: string | null;
}
