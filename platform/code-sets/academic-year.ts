import type { Days } from './attendance-measures.js';

// The Education Act 1996, section 579, begins a school year with the first term after July; statistics take this day.
const FIRST_DAY = '09-01';

const firstYear = (on: string): number => Number(on.slice(0, 4)) - (on.slice(5) < FIRST_DAY ? 1 : 0);

/** The academic year a day belongs to, as statistics write it: 1 September 2026 to 31 August 2027 is `2026/27`. */
export function academicYear(on: string): string {
  const first = firstYear(on);
  return `${String(first)}/${String((first + 1) % 100).padStart(2, '0')}`;
}

/** From the first day of the academic year to the given day, both inclusive: what attendance is over unless asked otherwise. */
export function academicYearToDate(asAt: string): Days {
  return { from: `${String(firstYear(asAt))}-${FIRST_DAY}`, to: asAt };
}

/** The first and the last day of the academic year a day belongs to, both inclusive. */
export function academicYearOf(on: string): Days {
  const first = firstYear(on);
  return { from: `${String(first)}-${FIRST_DAY}`, to: `${String(first + 1)}-08-31` };
}
