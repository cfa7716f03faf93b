import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Defect } from '../errors/hub-error.js';
import { codeSet } from './code-set.js';

const SHAPE = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  holidays: z.array(z.object({ on: z.iso.date(), name: z.string() })),
});

const { from, to, holidays } = codeSet('bank_holidays', SHAPE);
const HOLIDAYS: ReadonlySet<string> = new Set(holidays.map(({ on }) => on));
const SATURDAY = 6;

/** The first day from which working days can be counted. */
export const bankHolidaysFrom = from;

/** Whether a day is a bank holiday of England; null outside the years whose bank holidays are held (2000 to 2028). */
export function isBankHoliday(on: string): boolean | null {
  return on < from || on > to ? null : HOLIDAYS.has(on);
}

/** The bank holidays of England between two days, both inclusive, of those that are held (2000 to 2028). */
export const bankHolidaysBetween = (first: string, last: string): string[] =>
  [...HOLIDAYS].filter((on) => first <= on && on <= last).sort();

/**
 * The day that is `count` working days after a day; the day itself is not counted, and may be any day. A working day is
 * any but Saturdays, Sundays, Christmas Day, Good Friday and the bank holidays of England. Source: The Care Planning,
 * Placement and Case Review (England) Regulations 2010, regulation 2.
 * @throws Defect where `count` is no whole number from 0, or a day would lie outside the years whose bank holidays are
 * held (2000 to 2028): what is not known is not guessed.
 */
export function workingDaysAfter(day: string, count: number): string {
  if (!Number.isInteger(count) || count < 0) throw new Defect('Working days are counted in whole numbers from 0.');
  if (day < from) throw new Defect('The bank holidays of this day are not held.');
  let on = Temporal.PlainDate.from(day);
  for (let left = count; left > 0; left -= isWorkingDay(on) ? 1 : 0) on = on.add({ days: 1 });
  if (on.toString() > to) throw new Defect('The bank holidays up to this day are not held.');
  return on.toString();
}

function isWorkingDay(on: Temporal.PlainDate): boolean {
  return on.dayOfWeek < SATURDAY && !HOLIDAYS.has(on.toString());
}
