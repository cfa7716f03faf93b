import { schoolDays } from '../../../platform/code-sets/register-week.js';
import type { SchoolWeek } from './weekly-list.repository.js';

/**
 * A school's days after the last attended one, up to a day, that one included. `weeks` are the school's: a week of which
 * nothing is known has no school days.
 */
export function schoolDaysSince(
  lastAttendedOn: string,
  to: string,
  weeks: readonly Pick<SchoolWeek, 'weekBeginning' | 'schoolDays'>[],
): number {
  const days = weeks.flatMap((week) =>
    schoolDays(week.weekBeginning).filter((_, weekday) => (week.schoolDays & (1 << weekday)) !== 0),
  );
  return days.filter((on) => lastAttendedOn < on && on <= to).length;
}
