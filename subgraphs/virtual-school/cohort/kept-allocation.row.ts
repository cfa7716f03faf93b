import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { WorkerRole } from '../../../platform/vocabulary/worker-role.js';

/** A worker's allocation to a child, as the copy of social care's has it: the role and the team, never who. */
@Entity({ schema: 'virtual_school', name: 'kept_allocation' })
export class KeptAllocationRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  @Word(WorkerRole, { primary: true }) role: WorkerRole;
  /** Empty where the allocation names none. */
  @PrimaryColumn('text') team: string;
  @PrimaryColumn('date', { name: 'held_from' }) from: string;
  @Column('date', { name: 'held_until', nullable: true }) until: string | null;
  /** The owner's, and the tier it stands under there. */
  @Column({ type: 'text', name: 'source_domain', insert: false, update: false }) sourceDomain: string;
  @Column({ type: 'text', name: 'source_tier', insert: false, update: false }) sourceTier: string;
}
