import { union } from '../../../platform/ingest/interval.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import type { HeldInterval } from './held-interval.js';

/**
 * The statuses that bring a child into the virtual school's duty, now or ever, most serious first: to each child looked
 * after, and strategically to children with a social worker's plan, who left care, or in kinship care.
 * Source: domain.md §2.3 and §5 (Children Act 1989 section 22(3A) and (3B), and the guidance that extends it).
 */
export const FOLLOWED_STATUSES = [
  SocialCareStatus.LOOKED_AFTER,
  SocialCareStatus.CHILD_PROTECTION,
  SocialCareStatus.CHILD_IN_NEED,
  SocialCareStatus.PREVIOUSLY_LOOKED_AFTER,
  SocialCareStatus.KINSHIP,
] as const;

export type FollowedStatus = (typeof FOLLOWED_STATUSES)[number];

/** A status of the duty, held over days. */
export interface FollowedInterval extends HeldInterval {
  readonly status: FollowedStatus;
}

/** Whether the virtual school follows children of a status: it keeps nothing of others. */
export function isFollowed(status: SocialCareStatus): status is FollowedStatus {
  return FOLLOWED_STATUSES.some((followed) => followed === status);
}

/** Of all a child's status intervals those of the duty, as few as can say so. None: the virtual school has no duty. */
export function dutyIntervals(
  intervals: readonly (HeldInterval & { readonly status: SocialCareStatus })[],
): FollowedInterval[] {
  return FOLLOWED_STATUSES.flatMap((status) => {
    const held = intervals.filter((one) => one.status === status && (one.until === null || one.from < one.until));
    return union(held).map(({ from, until }) => ({ status, from, until }));
  });
}

/** The first day of the duty, which lasts: null where there has never been one. */
export function dutySince(intervals: readonly HeldInterval[]): string | null {
  return intervals.map(({ from }) => from).sort()[0] ?? null;
}
