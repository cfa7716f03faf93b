import { Temporal } from 'temporal-polyfill';
import { addDays, transposed } from '../../dates.js';
import type { Clerk } from '../clerk.js';
import { slips } from '../rates.js';
import { digitMistyped } from './typing.js';

/** The first digit that a slip reaches: the century is printed on forms. */
const firstDigit = 2;

/** A date of birth as written down; blank where it was not. Never after the as-at date: no system takes that. */
export function dateWritten({ random, slip, asAt }: Clerk, date: string): string {
  if (random.chance(slips.dateMissing * slip)) return '';
  let text = date;
  if (random.chance(slips.firstOfJanuary * slip)) text = `${date.slice(0, 4)}-01-01`;
  else if (random.chance(slips.dayMonthSwapped * slip)) text = transposed(date);
  else if (random.chance(slips.dayBeside * slip)) text = addDays(date, random.chance(0.5) ? 1 : -1);
  else if (random.chance(slips.dateDigit * slip)) {
    do {
      const digits = digitMistyped(random, date.replaceAll('-', ''), firstDigit);
      text = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
    } while (!isDate(text));
  }
  return text > asAt ? date : text;
}

function isDate(text: string): boolean {
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
