import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { WorkerRole } from '../../../platform/vocabulary/worker-role.js';

/** A worker's allocation to a child, as stored. */
@Entity({ schema: 'social_care', name: 'allocation' })
export class AllocationRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** Local authority code, 3 digits: a worker's id is the council's own. */
  @PrimaryColumn('text') council: string;
  @PrimaryColumn('text', { name: 'worker_id' }) workerId: string;
  @Column('text', { name: 'worker_name', nullable: true }) workerName: string | null;
  @Column('text', { name: 'worker_contact', nullable: true }) workerContact: string | null;
  /** As what the worker is allocated. */
  @Word(WorkerRole) role: WorkerRole;
  @Column('text', { nullable: true }) team: string | null;
  /** The council's id of the manager of the worker's team. */
  @Column('text', { name: 'manager_id', nullable: true }) managerId: string | null;
  @PrimaryColumn('date', { name: 'held_from' }) from: string;
  @Column('date', { name: 'held_until', nullable: true }) until: string | null;
  /** ISO instant: when a case list last named it. */
  @Column('timestamptz') received: string;
}
