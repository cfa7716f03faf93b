import { Temporal } from 'temporal-polyfill';
import { daysAfter } from './school-weeks.js';

const DAYS_WITHOUT_REGISTER = 14;

/**
 * The last of some moments, to the millisecond and not before it, so that what was changed then is among what is believed at
 * that moment when it is asked for again; null where there is none.
 */
export function asAtOf(moments: readonly (string | null)[]): string | null {
  const instants = moments.flatMap((moment) => (moment === null ? [] : [Temporal.Instant.from(moment)]));
  const [last] = instants.sort((one, other) => Temporal.Instant.compare(one, other)).slice(-1);
  if (!last) return null;
  return last.round({ smallestUnit: 'millisecond', roundingMode: 'ceil' }).toString({ fractionalSecondDigits: 3 });
}

/** Whether no register has come for the last fourteen days up to today, or up to the period's last week where that is over. */
export function isStale(newestRegister: string | null, lastWeek: string, today: string): boolean {
  if (newestRegister === null) return true;
  const asked = daysAfter(lastWeek, 6);
  return daysAfter(newestRegister, 6 + DAYS_WITHOUT_REGISTER) < (asked < today ? asked : today);
}
