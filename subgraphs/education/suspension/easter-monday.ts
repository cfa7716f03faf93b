import { Temporal } from 'temporal-polyfill';

/**
 * Easter Monday of a year of the Gregorian calendar. Source: the anonymous algorithm, as Meeus, Astronomical Algorithms,
 * chapter 8, has it.
 */
export function easterMonday(year: number): Temporal.PlainDate {
  const whole = (a: number, b: number): number => Math.floor(a / b);
  const golden = year % 19;
  const [century, within] = [whole(year, 100), year % 100];
  const correction = whole(century - whole(century + 8, 25) + 1, 3);
  const moon = (19 * golden + century - whole(century, 4) - correction + 15) % 30;
  const week = (32 + 2 * (century % 4) + 2 * whole(within, 4) - moon - (within % 4)) % 7;
  const late = whole(golden + 11 * moon + 22 * week, 451);
  const sum = moon + week - 7 * late + 114;
  return new Temporal.PlainDate(year, whole(sum, 31), (sum % 31) + 1).add({ days: 1 });
}
