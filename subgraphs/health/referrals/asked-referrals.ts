import { Temporal } from 'temporal-polyfill';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import type { ReferralsDimension } from './referrals-dimension.js';

const MOST_DIMENSIONS = 3;

/** What is asked of referrals. Dates are YYYY-MM-DD. */
export interface ReferralsAsked {
  /** The first and the last day on which they were received. */
  readonly from: string;
  readonly to: string;
  readonly by: readonly ReferralsDimension[];
}

/**
 * What can be asked of referrals.
 * @throws InvalidInput, naming the argument.
 */
export function checkAsked({ from, to, by }: ReferralsAsked, today: string): void {
  if (by.length > MOST_DIMENSIONS) throw new InvalidInput('by must name three dimensions at most.');
  if (new Set(by).size < by.length) throw new InvalidInput('by must name no dimension twice.');
  if (to < from) throw new InvalidInput('to must not be before from.');
  if (to > today) throw new InvalidInput('to must not be in the future.');
}

/**
 * Whether a period is of whole quarters of a year, the last of which may run until today. Of any other nothing is told to
 * whom small numbers are hidden from: two periods of which one is a day longer would tell of that day.
 */
export function isWholeQuarters({ from, to }: Pick<ReferralsAsked, 'from' | 'to'>, today: string): boolean {
  return (
    beginsQuarter(from) && (to === today || beginsQuarter(Temporal.PlainDate.from(to).add({ days: 1 }).toString()))
  );
}

const beginsQuarter = (day: string): boolean => {
  const { day: ofMonth, month } = Temporal.PlainDate.from(day);
  return ofMonth === 1 && month % 3 === 1;
};
