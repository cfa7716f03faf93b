import { holds } from '../../../platform/ingest/interval.js';
import type { HeldAllocation } from '../cohort/cohort-intervals.js';

/** Whoever leads the work with a child; others are allocated beside them. */
const leads: ReadonlySet<HeldAllocation['role']> = new Set(['SOCIAL_WORKER', 'FAMILY_HELP_LEAD']);

/**
 * The team that holds a child's case on a day, empty where none does: that of whoever leads, else of another worker; of
 * several the one who took the child on last, then the first by name.
 */
export function teamOn(allocations: readonly HeldAllocation[], on: string): string {
  const open = allocations.filter((one) => holds(one, on));
  const leading = open.filter(({ role }) => leads.has(role));
  const [first] = (leading.length > 0 ? leading : open).sort(
    (a, b) => b.from.localeCompare(a.from) || (a.team ?? '').localeCompare(b.team ?? ''),
  );
  return first?.team ?? '';
}
