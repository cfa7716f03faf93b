/** A worker allocated to a child in `[from, until)`. Dates are YYYY-MM-DD. */
export interface Allocation {
  /** Local authority code, 3 digits. */
  readonly council: string;
  /** The council's own id, by which the worker signs in. */
  readonly workerId: string;
  readonly workerName: string | null;
  readonly workerContact: string | null;
  readonly team: string | null;
  readonly from: string;
  readonly until: string | null;
}

// Of two who began on one day, which two records of one child may name, the same one whatever order they come in.
const laterToTakeOn = (a: Allocation, b: Allocation): boolean =>
  a.from === b.from ? orderOf(a) < orderOf(b) : a.from > b.from;

const orderOf = ({ until, council, workerId }: Allocation): string =>
  [until === null ? 0 : 1, council, workerId].join(' ');

/**
 * The worker allocated on a day; null where none is. Of several, the last to take the child on: lists show a handover
 * by adding the new worker before the old one is closed.
 */
export function allocationOn(allocations: readonly Allocation[], on: string): Allocation | null {
  return allocations
    .filter(({ from, until }) => from <= on && (until === null || on < until))
    .reduce<Allocation | null>((last, one) => (last === null || laterToTakeOn(one, last) ? one : last), null);
}
