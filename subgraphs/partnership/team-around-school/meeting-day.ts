import { Temporal } from 'temporal-polyfill';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { isBankHoliday } from '../../../platform/code-sets/working-days.js';

/** How far ahead a meeting may be: a school year and its holidays. */
const mostDaysAhead = 366;

const friday = 5;

/** What whoever names a day on which the school is closed is told: a weekend, a bank holiday, or a day of its calendar's. */
export const closedDay = (): InvalidInput => new InvalidInput('meetingOn must be a day on which the school is open.');

/** Whether a school's team may meet on a day, whichever the school: no weekend and no bank holiday of England. */
export function isMeetingDay(on: string): boolean {
  return Temporal.PlainDate.from(on).dayOfWeek <= friday && isBankHoliday(on) !== true;
}

/** The last day on which a meeting can be that is arranged today. */
export const lastMeetingDay = (today: string): string =>
  Temporal.PlainDate.from(today).add({ days: mostDaysAhead }).toString();

/** @throws InvalidInput, naming the argument, where no school's team can meet on a day. */
export function checkMeetingDay(given: string, today: string): void {
  if (given < today) throw new InvalidInput('meetingOn must not be before today.');
  if (given > lastMeetingDay(today)) throw new InvalidInput('meetingOn must be within a year from today.');
  if (!isMeetingDay(given)) throw closedDay();
}

/** Today, or the next day on which the team of a school may meet that is closed on these days. */
export function nextMeetingDay(today: string, closed: ReadonlySet<string>): string {
  let on = Temporal.PlainDate.from(today);
  while (!isMeetingDay(on.toString()) || closed.has(on.toString())) on = on.add({ days: 1 });
  return on.toString();
}
