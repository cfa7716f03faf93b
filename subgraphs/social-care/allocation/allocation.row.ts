import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A worker's allocation to a child, as stored. */
@Entity({ schema: 'social_care', name: 'allocation' })
export class AllocationRow {
  @PrimaryColumn('uuid', { name: 'child_id' }) childId: string;
  /** Local authority code, 3 digits: a worker's id is the council's own. */
  @PrimaryColumn('text') council: string;
  @PrimaryColumn('text', { name: 'worker_id' }) workerId: string;
  @Column('text', { name: 'worker_name', nullable: true }) workerName: string | null;
  @Column('text', { name: 'worker_contact', nullable: true }) workerContact: string | null;
  @Column('text', { nullable: true }) team: string | null;
  @PrimaryColumn('date', { name: 'held_from' }) from: string;
  @Column('date', { name: 'held_until', nullable: true }) until: string | null;
  /** ISO instant: when a case list last named it. */
  @Column('timestamptz') received: string;
}
