/** A worker allocated to a child in `[from, until)`; where that holds no day, one who never was. */
export interface AllocationFact {
  readonly kind: 'allocation';
  /** Local authority code, 3 digits. */
  readonly council: string;
  /** The council's, within it. */
  readonly workerId: string;
  readonly workerName: string | null;
  readonly workerContact: string | null;
  readonly team: string | null;
  readonly from: string;
  readonly until: string | null;
}
