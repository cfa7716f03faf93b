import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { cohortIntervals, type HeldAllocation } from './cohort-intervals.js';
import { Cohort } from './cohort.js';
import type { FollowedInterval } from './duty.js';
import type { HeldInterval } from './held-interval.js';

const openOn = ({ from, until }: HeldInterval, on: string): boolean => from <= on && (until === null || on < until);

/** The cohorts that a child is in on a day by these statuses and allocations, in the order of the list of cohorts. */
export function cohortsOf(
  intervals: readonly FollowedInterval[],
  allocations: readonly HeldAllocation[],
  on: string,
): Cohort[] {
  return [...cohortIntervals(intervals, allocations)].flatMap(([cohort, held]) =>
    held.some((one) => openOn(one, on)) ? [cohort] : [],
  );
}

/**
 * Those of today's facts alone, where no more is told. Whether there was ever a social worker is the past's, and follows from
 * who else was named before: by today alone it is said of whoever has one today.
 */
export function presentCohorts(cohorts: readonly Cohort[]): Cohort[] {
  const now = cohorts.includes(Cohort.SOCIAL_WORKER_NOW);
  return cohorts.filter((cohort) => now || cohort !== Cohort.EVER_SOCIAL_WORKER);
}

/** The plans and care that social care shows as a child's present status whatever else is open, most serious first. */
const PRESENT_STATUSES = [
  SocialCareStatus.LOOKED_AFTER,
  SocialCareStatus.CHILD_PROTECTION,
  SocialCareStatus.CHILD_IN_NEED,
] as const;

/**
 * What is left for those to whom social care shows its present status alone, never more than is shown there: the most
 * serious plan or care open on the day, and none of the past.
 */
export function presentAlone(intervals: readonly FollowedInterval[], on: string): FollowedInterval[] {
  const open = intervals.filter((one) => openOn(one, on));
  const present = PRESENT_STATUSES.find((status) => open.some((one) => one.status === status));
  return open.filter(({ status }) => status === present);
}

/** Of allocations the same: the workers of the day, and none of those before or to come. */
export function allocatedNow(allocations: readonly HeldAllocation[], on: string): HeldAllocation[] {
  return allocations.filter((one) => openOn(one, on));
}
