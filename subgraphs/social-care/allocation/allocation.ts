import { WorkerRole } from '../../../platform/vocabulary/worker-role.js';

/** A worker allocated to a child in `[from, until)`. Dates are YYYY-MM-DD. */
export interface Allocation {
  /** Local authority code, 3 digits. */
  readonly council: string;
  /** The council's own id, by which the worker signs in. */
  readonly workerId: string;
  readonly workerName: string | null;
  readonly workerContact: string | null;
  readonly role: WorkerRole;
  readonly team: string | null;
  readonly from: string;
  readonly until: string | null;
}

const inOrder = (one: string | number, other: string | number): number => (one < other ? -1 : Number(one > other));

const rank = ({ role }: Allocation): number => Object.values(WorkerRole).indexOf(role);

// Of two who began on one day, which two records of one child may name, the same one whatever order they come in.
const rest = ({ until, council, workerId }: Allocation): string =>
  [until === null ? 0 : 1, council, workerId].join(' ');

/** Whoever leads first: by role, then the last to take the child on. */
const byLead = (a: Allocation, b: Allocation): number =>
  inOrder(rank(a), rank(b)) || inOrder(b.from, a.from) || inOrder(rest(a), rest(b));

const holds = ({ from, until }: Allocation, on: string): boolean => from <= on && (until === null || on < until);

/** Two records of one child may name the same worker: once is enough. */
function onceEach(allocations: readonly Allocation[]): Allocation[] {
  const seen = new Set<string>();
  return allocations.filter(({ council, workerId }) => {
    const who = `${council}/${workerId}`;
    return seen.size < seen.add(who).size;
  });
}

/**
 * The workers allocated on a day or from a later one, in the order in which they lead once they have begun: of those who
 * have, the first leads.
 */
export function allocatedFrom(allocations: readonly Allocation[], day: string): Allocation[] {
  const notEnded = allocations.filter(({ until }) => until === null || day < until).sort(byLead);
  return [
    ...onceEach(notEnded.filter(({ from }) => from <= day)),
    ...onceEach(notEnded.filter(({ from }) => day < from)),
  ].sort(byLead);
}

/**
 * The workers allocated on a day, whoever leads first: a social worker before another lead practitioner, those before a
 * personal adviser and others, and of one role the last to take the child on. Lists show a handover by adding the new
 * worker before the old one is closed.
 */
export function allocatedOn(allocations: readonly Allocation[], on: string): Allocation[] {
  return onceEach(allocations.filter((one) => holds(one, on)).sort(byLead));
}
