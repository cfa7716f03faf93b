import type { WorkerRole } from '../../../../platform/vocabulary/worker-role.js';

/** A worker allocated to a child in `[from, until)`; where that holds no day, one who never was. */
export interface AllocationFact {
  readonly kind: 'allocation';
  /** Local authority code, 3 digits. */
  readonly council: string;
  /** The council's, within it. */
  readonly workerId: string;
  readonly workerName: string | null;
  readonly workerContact: string | null;
  readonly role: WorkerRole;
  readonly team: string | null;
  /** The council's, of the manager of the worker's team. */
  readonly managerId: string | null;
  readonly from: string;
  readonly until: string | null;
}
