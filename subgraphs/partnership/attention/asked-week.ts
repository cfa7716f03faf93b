import { Temporal } from 'temporal-polyfill';
import { daysOfWeek, mondayOf } from '../../../platform/code-sets/register-week.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';

/** Both inclusive. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** How far back domains tell what needed attention: a little less than a term. */
const WEEKS_BACK = 12;

/**
 * The days of a week as far as they have come, by its Monday; of the present week where none is given.
 * @throws InvalidInput for a day that is no Monday, a week to come, or one that is long over.
 */
export function askedWeek(week: string | null, today: string): Days {
  const present = mondayOf(today);
  const monday = week ?? present;
  if (monday !== mondayOf(monday)) throw new InvalidInput('week must be a Monday.');
  if (monday > present) throw new InvalidInput('week must not be in the future.');
  if (monday < Temporal.PlainDate.from(present).subtract({ weeks: WEEKS_BACK }).toString())
    throw new InvalidInput('week must be the present one or one of the twelve before.');
  const last = daysOfWeek(monday).at(-1) ?? monday;
  return { first: monday, last: last < today ? last : today };
}
