import { Temporal } from 'temporal-polyfill';
import { readClock, type Wait } from './clock.js';
import type { WaitInterval } from './wait-intervals.js';

/** The days [breachedFrom, breachedUntil) of an interval at whose end its clock runs past its limit; none where both are null. */
export interface BreachedDays {
  readonly breachedFrom: string | null;
  /** Null also while it goes on. */
  readonly breachedUntil: string | null;
}

const never = { breachedFrom: null, breachedUntil: null } as const;
const lastOfDays = '9999-12-31';

/**
 * On which days of an interval the standard's clock runs and is breached. What starts or stops it is a step, of which an
 * interval has none but at its beginning, or one of the days that children's mental health waits for. A death ends it too;
 * that is read when it is counted.
 */
export function breachedDays(wait: Wait, { from, until }: Pick<WaitInterval, 'from' | 'until'>): BreachedDays {
  const { breachOn } = readClock(wait, wait.receivedOn, from);
  if (breachOn === null) return never;
  const { stoppedOn } = readClock(wait, wait.receivedOn, until === null ? lastOfDays : dayBefore(until));
  const breachedFrom = breachOn > from ? breachOn : from;
  const breachedUntil = stoppedOn ?? until;
  return breachedUntil !== null && breachedUntil <= breachedFrom ? never : { breachedFrom, breachedUntil };
}

const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
