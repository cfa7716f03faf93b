import { Temporal } from 'temporal-polyfill';
import type { SchoolDays } from '../../../platform/code-sets/school-days.js';
import { isBankHoliday } from '../../../platform/code-sets/working-days.js';
import type { IsSchoolDay } from './served-sessions.js';

/** In days: a register is late after four, so that nothing may be known of the last school days. Ours: a week. */
const REGISTERS_COME_WITHIN = 7;

/**
 * On which days schools are open, so that what is owed by one is told no later than it falls: as far as it is known, and where
 * nothing is known of a day that is to come, or of these last days, a weekday that is no bank holiday is taken for a school day.
 * Of an earlier day of which nothing is known it stays unknown.
 */
export function expectedDays(known: Pick<SchoolDays, 'isSchoolDay'>, today: string): IsSchoolDay {
  const since = Temporal.PlainDate.from(today).subtract({ days: REGISTERS_COME_WITHIN }).toString();
  return (urn, on) => known.isSchoolDay(urn, on) ?? (on < since ? null : isBankHoliday(on) !== true);
}
