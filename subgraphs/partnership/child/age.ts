import { Temporal } from 'temporal-polyfill';

/** Whole years from birth to a day (ISO dates); null where the date of birth is not known or still to come. */
export function ageOn(dateOfBirth: string | null, today: string): number | null {
  if (dateOfBirth === null || dateOfBirth > today) return null;
  return Temporal.PlainDate.from(dateOfBirth).until(today, { largestUnit: 'years' }).years;
}
