import { hasDied, withinLife } from '../../../platform/access/lifetime.js';
import { type Allocation, allocatedOn } from '../allocation/allocation.js';
import { type CarePlan, openPlan } from '../plan/open-plan.js';
import { mergeSpans, type StatusSpan } from './intervals.js';
import type { StoredInvolvement } from './involvement.repository.js';

/** Social care's part in one child's life, as all sources together say, with what holds on one day. */
export interface Involvement {
  /** Every status and when it was held, oldest first; no longer than the child lived. */
  readonly spans: readonly StatusSpan[];
  /** The workers allocated on the day, whoever leads first. */
  readonly workers: readonly Allocation[];
  readonly plan: CarePlan | null;
}

/**
 * The rows of one child put together as they stand on a day. From the day the child died nothing holds: no worker is
 * allocated, no plan is open and no review is due.
 */
export function involvementOn(held: readonly StoredInvolvement[], diedOn: string | null, day: string): Involvement {
  const spans = withinLife(mergeSpans(held.flatMap((one) => one.spans)), diedOn);
  if (hasDied(diedOn, day)) return { spans, workers: [], plan: null };
  const allocations = held.flatMap((one) => one.allocations);
  const plans = held.flatMap((one) => one.plans);
  return { spans, workers: allocatedOn(allocations, day), plan: openPlan(plans, day) };
}
