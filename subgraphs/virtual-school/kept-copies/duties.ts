import type { Basis } from '../../../platform/access/rule.js';
import type { Related } from '../../../platform/db/consequences.js';
import { councilCode } from '../../../platform/vocabulary/council-code.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import type { FollowedInterval } from '../cohort/duty.js';

/** Through which the virtual school's staff see a child by a status that is held. */
export const dutyBases = ['LOOKED_AFTER_DUTY', 'PLAN_DUTY'] as const satisfies readonly [Basis, ...Basis[]];

/** What a status opens while it is held. */
const opens: Readonly<Record<FollowedInterval['status'], (typeof dutyBases)[number] | null>> = {
  [SocialCareStatus.LOOKED_AFTER]: 'LOOKED_AFTER_DUTY',
  [SocialCareStatus.CHILD_PROTECTION]: 'PLAN_DUTY',
  [SocialCareStatus.CHILD_IN_NEED]: 'PLAN_DUTY',
  // To these the virtual school's duty is to advise whoever asks, and to know how they fare as a group: nobody's record.
  [SocialCareStatus.PREVIOUSLY_LOOKED_AFTER]: null,
  [SocialCareStatus.KINSHIP]: null,
};

/**
 * What the statuses a child held open to the virtual school, one relationship an interval: the child's record while care
 * lasts or a plan is open, and nothing afterwards. What is left of care stands in `pep/duty/once-looked-after.ts`.
 * Source: Children Act 1989 section 22(3A); for plans, the guidance of 2021, which is strategic (domain.md §5).
 */
export function dutiesOf(childId: string, intervals: readonly FollowedInterval[]): Related[] {
  return intervals.flatMap(({ status, from, until }) => {
    const basis = opens[status];
    if (basis === null) return [];
    return [{ basis, from, until, childId, grantee: `org:${councilCode}`, reference: `${status} ${from}` }];
  });
}
