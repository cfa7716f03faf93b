import { holds } from '../../../platform/ingest/interval.js';
import { WorkerRole } from '../../../platform/vocabulary/worker-role.js';
import type { HeldAllocation } from './cohort-intervals.js';

/** The roles, whoever leads first: as social care says who leads. docs/decisions/0044-what-having-a-social-worker-means.md */
const leadsBefore: readonly HeldAllocation['role'][] = Object.values(WorkerRole);

/**
 * The team that holds a child's case on a day, empty where none does: that of whoever leads by role; of one role the one
 * who took the child on last, then the first by name.
 */
export function teamOn(allocations: readonly HeldAllocation[], on: string): string {
  const [first] = allocations
    .filter((one) => holds(one, on))
    .sort(
      (a, b) =>
        leadsBefore.indexOf(a.role) - leadsBefore.indexOf(b.role) ||
        b.from.localeCompare(a.from) ||
        (a.team ?? '').localeCompare(b.team ?? ''),
    );
  return first?.team ?? '';
}
