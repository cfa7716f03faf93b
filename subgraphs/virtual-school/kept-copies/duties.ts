import { Temporal } from 'temporal-polyfill';
import type { Basis } from '../../../platform/access/rule.js';
import type { Related } from '../../../platform/db/consequences.js';
import { councilCode } from '../../../platform/vocabulary/council-code.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import type { FollowedInterval } from '../cohort/duty.js';

/** Everything through which the virtual school's staff come to know a child. */
export const dutyBases = ['LOOKED_AFTER_DUTY', 'ONCE_LOOKED_AFTER', 'PLAN_DUTY'] as const satisfies readonly [
  Basis,
  ...Basis[],
];

type DutyBasis = (typeof dutyBases)[number];

const ADULT = { years: 18 };

/** Whoever was a child on a day is of age eighteen years later, whenever they were born. */
const ofAgeBy = (day: string): string => Temporal.PlainDate.from(day).add(ADULT).toString();

function opens({ status, from, until }: FollowedInterval): (Pick<Related, 'from' | 'until'> & { basis: DutyBasis })[] {
  switch (status) {
    case SocialCareStatus.LOOKED_AFTER: {
      const during = { basis: 'LOOKED_AFTER_DUTY', from, until } as const;
      return until === null ? [during] : [during, { basis: 'ONCE_LOOKED_AFTER', from: until, until: ofAgeBy(from) }];
    }
    case SocialCareStatus.CHILD_PROTECTION:
    case SocialCareStatus.CHILD_IN_NEED:
      return [{ basis: 'PLAN_DUTY', from, until }];
    // To these the virtual school's duty is to advise whoever asks, and to know how they fare as a group: nobody's record.
    case SocialCareStatus.PREVIOUSLY_LOOKED_AFTER:
    case SocialCareStatus.KINSHIP:
      return [];
  }
}

/**
 * What the statuses a child held open to the virtual school, and for how long, one relationship an interval. Each period of
 * care: the child's record while it lasts, and afterwards that it was so, until whoever was a child then must be of age.
 * Each plan: the record while the plan is open, and nothing afterwards. An empty interval is no relationship.
 * Source: Children Act 1989 section 22(3A); for plans, the guidance of 2021, which is strategic (domain.md §5).
 */
export function dutiesOf(childId: string, intervals: readonly FollowedInterval[]): Related[] {
  return intervals.flatMap((interval) =>
    opens(interval).map((opened) => ({
      ...opened,
      childId,
      grantee: `org:${councilCode}`,
      reference: `${interval.status} ${interval.from}`,
    })),
  );
}
