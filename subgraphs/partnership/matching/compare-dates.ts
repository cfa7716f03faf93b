import type { KnownDate } from './known.js';

const eight = ({ year, month, day }: KnownDate): string =>
  `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;

function digitsApart(a: string, b: string): number {
  let apart = 0;
  for (let at = 0; at < 8; at++) if (a[at] !== b[at]) apart += 1;
  return apart;
}

/** Two neighbouring digits of the eight the wrong way round, where just two differ. */
function neighboursSwapped(a: string, b: string): boolean {
  const at = Array.from(a).findIndex((digit, place) => digit !== b[place]);
  return a[at] === b[at + 1] && a[at + 1] === b[at];
}

/** Days since the start of the calendar, by the usual count of leap days. */
function dayNumber({ year, month, day }: KnownDate): number {
  // Counted from March, so that the leap day is a year's last.
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day;
}

/**
 * How alike two dates of birth are: 1 the same; 2 one slip apart (day and month the wrong way round, one digit wrong,
 * two neighbouring digits swapped, the day before or after); 3 two of day, month and year the same; 4 different; 0
 * where either is not known.
 */
export function compareDates(a: KnownDate, b: KnownDate): 0 | 1 | 2 | 3 | 4 {
  if (a.year === 0 || b.year === 0) return 0;
  const same = Number(a.year === b.year) + Number(a.month === b.month) + Number(a.day === b.day);
  if (same === 3) return 1;
  if (a.year === b.year && a.month === b.day && a.day === b.month) return 2;
  const [one, other] = [eight(a), eight(b)];
  if (digitsApart(one, other) === 1 || Math.abs(dayNumber(a) - dayNumber(b)) === 1) return 2;
  if (digitsApart(one, other) === 2 && neighboursSwapped(one, other)) return 2;
  return same === 2 ? 3 : 4;
}

/**
 * Whether a birthday may be one that was put where only the year is known: 1 January, of a child who came without papers.
 * Several children of one home may then have it.
 */
export function isDefaultBirthday({ month, day }: KnownDate): boolean {
  return month === 1 && day === 1;
}
