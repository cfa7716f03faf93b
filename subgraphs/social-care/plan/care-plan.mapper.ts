import type { CarePlanSummary } from './care-plan-summary.type.js';
import type { CarePlan } from './open-plan.js';

/** A plan as clients see it. */
export function toPlan({ kind, startedOn, nextReviewOn, reviewedOn }: CarePlan): CarePlanSummary {
  return { kind, startedOn, nextReviewOn, reviewedOn };
}
