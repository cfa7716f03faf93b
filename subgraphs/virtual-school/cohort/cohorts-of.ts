import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { Cohort } from './cohort.js';
import type { FollowedInterval, FollowedStatus } from './duty.js';
import type { HeldInterval } from './held-interval.js';

const COHORT_OF: Readonly<Record<FollowedStatus, Cohort>> = {
  [SocialCareStatus.LOOKED_AFTER]: Cohort.LOOKED_AFTER,
  [SocialCareStatus.CHILD_PROTECTION]: Cohort.CHILD_PROTECTION,
  [SocialCareStatus.CHILD_IN_NEED]: Cohort.CHILD_IN_NEED,
  [SocialCareStatus.PREVIOUSLY_LOOKED_AFTER]: Cohort.PREVIOUSLY_LOOKED_AFTER,
  [SocialCareStatus.KINSHIP]: Cohort.KINSHIP,
};

const openOn = ({ from, until }: HeldInterval, on: string): boolean => from <= on && (until === null || on < until);

/** The cohorts a child is in on a day, most serious first. Source: domain.md §2.3. */
export function cohortsOf(intervals: readonly FollowedInterval[], on: string): Cohort[] {
  const held = new Set(intervals.filter((one) => openOn(one, on)).map(({ status }) => COHORT_OF[status]));
  // Whoever left care had a social worker while in it; kinship care alone brings none.
  if (intervals.some(({ status, from }) => status !== SocialCareStatus.KINSHIP && from <= on)) {
    held.add(Cohort.EVER_SOCIAL_WORKER);
  }
  return Object.values(Cohort).filter((cohort) => held.has(cohort));
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
