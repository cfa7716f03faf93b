import { Temporal } from 'temporal-polyfill';

/** Mondays of weeks running, the oldest first, of which the last is the one given. */
export function mondaysUntil(week: string, count: number): string[] {
  const last = Temporal.PlainDate.from(week);
  return Array.from({ length: count }, (_, at) => last.subtract({ weeks: count - 1 - at }).toString());
}
