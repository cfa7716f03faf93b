import { Temporal } from 'temporal-polyfill';

/** The plain date that many days later; earlier where negative. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whole days from one plain date to another; negative where the second is earlier. */
export function daysBetween(from: string, until: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), { largestUnit: 'day' }).days;
}

/** 1 Monday to 7 Sunday. */
export function dayOfWeek(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** The date itself, or the Monday after it where it is a weekend. */
export function onWeekday(date: string): string {
  return addDays(date, [0, 0, 0, 0, 0, 0, 2, 1][dayOfWeek(date)] ?? 0);
}

/** The later of two plain dates. */
export function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** dd, mm and yyyy with a separator, as the SSDA903 return (`/`) and GIAS (`-`) write dates; blank stays blank. */
export function dayFirst(date: string | null, separator: '/' | '-'): string {
  return date === null ? '' : date.split('-').reverse().join(separator);
}

/** Day and month the wrong way round, where that is a date too; else the date itself. */
export function transposed(date: string): string {
  const [year, month, day] = date.split('-') as [string, string, string];
  return Number(day) > 12 ? date : `${year}-${day}-${month}`;
}
