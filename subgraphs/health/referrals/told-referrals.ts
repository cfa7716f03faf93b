import { shownCount } from '../../../platform/figures/suppress.js';
import type { ReferralsGroup } from './referrals-row.js';
import type { ReferralsCell } from './referrals-cell.type.js';

/** What is told of one group. */
export type ToldReferrals = Omit<ReferralsCell, 'asAt' | 'basis'>;

/** Fewer children than this, as they are told, have no length of time that tells of none of them. */
const FEWEST_BEHIND_LENGTH = 10;

const untold = { accepted: null, redirected: null, rejected: null, medianDaysToReferrerTold: null } as const;

/** To two decimal places: a middle is a whole day, or half of one. */
const medianOf = ({ median }: ReferralsGroup): number | null => (median === null ? null : Number(median.toFixed(2)));

/** To whoever is entitled to every referral of the group. */
export function toldExactly(group: ReferralsGroup): ToldReferrals {
  const { key, referrals, accepted, redirected, rejected } = group;
  return {
    ...{ key, referrals, accepted, redirected, rejected, suppressed: false },
    medianDaysToReferrerTold: medianOf(group),
  };
}

/** A group of which nothing is told. */
export const toldHidden = (key: string[]): ToldReferrals => ({ key, referrals: null, suppressed: true, ...untold });

/**
 * To whoever is not entitled to the whole group, of a group that is not hidden.
 * @param outcomes how many of accepted, rejected and redirected may be told
 */
export function toldRounded(group: ReferralsGroup, outcomes: number): ToldReferrals {
  const told = (place: number, count: number): number | null => (outcomes >= place ? shownCount(count) : null);
  const enough = (shownCount(group.childrenTold) ?? 0) >= FEWEST_BEHIND_LENGTH;
  return {
    ...{ key: group.key, referrals: shownCount(group.referrals), suppressed: false },
    ...{ accepted: told(1, group.accepted), rejected: told(2, group.rejected), redirected: told(3, group.redirected) },
    medianDaysToReferrerTold: enough ? medianOf(group) : null,
  };
}
