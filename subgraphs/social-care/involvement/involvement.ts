import { groupBy } from '../../../platform/graphql/batch.js';
import { type Allocation, allocationOn } from '../allocation/allocation.js';
import { type CarePlan, openPlan } from '../plan/open-plan.js';
import { mergeSpans, type StatusSpan } from './intervals.js';
import type { StoredInvolvement } from './involvement.repository.js';

/** Social care's part in one child's life, as all sources together say, with what holds on one day. */
export interface Involvement {
  /** Every status and when it was held, oldest first. */
  readonly spans: readonly StatusSpan[];
  readonly allocation: Allocation | null;
  readonly plan: CarePlan | null;
}

/** The rows of each child put together as they stand on a day, by the id that was asked for. */
export function involvementsOn(rows: readonly StoredInvolvement[], day: string): Map<string, Involvement> {
  const together = [...groupBy(rows, ({ childId }) => childId)].map(([childId, held]): [string, Involvement] => [
    childId,
    {
      spans: mergeSpans(held.flatMap(({ spans }) => spans)),
      allocation: allocationOn(
        held.flatMap(({ allocations }) => allocations),
        day,
      ),
      plan: openPlan(
        held.flatMap(({ plans }) => plans),
        day,
      ),
    },
  ]);
  return new Map(together);
}
