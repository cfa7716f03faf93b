import { Temporal } from 'temporal-polyfill';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { isBankHoliday } from '../../../platform/code-sets/working-days.js';

/** How far ahead a meeting may be: a school year and its holidays. */
const mostDaysAhead = 366;

const friday = 5;

/** Whether a school's team may meet on a day: no weekend and no bank holiday of England. */
export function isMeetingDay(on: string): boolean {
  return Temporal.PlainDate.from(on).dayOfWeek <= friday && isBankHoliday(on) !== true;
}

/**
 * The day of a meeting as it was given; today, or the next day that may be one, where none was.
 * @throws InvalidInput, naming the argument.
 */
export function meetingDay(given: string | null, today: string): string {
  if (given === null) return nextMeetingDay(today);
  if (given < today) throw new InvalidInput('meetingOn must not be before today.');
  const last = Temporal.PlainDate.from(today).add({ days: mostDaysAhead }).toString();
  if (given > last) throw new InvalidInput('meetingOn must be within a year from today.');
  if (!isMeetingDay(given)) throw new InvalidInput('meetingOn must be a day on which the school is open.');
  return given;
}

function nextMeetingDay(from: string): string {
  let on = Temporal.PlainDate.from(from);
  while (!isMeetingDay(on.toString())) on = on.add({ days: 1 });
  return on.toString();
}
