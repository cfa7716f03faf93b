import { addDays, daysBetween } from '../dates.js';
import type { Random } from '../random.js';

/** A day from `first` to `last`, both included; `first` where `last` is earlier. */
export function dayBetween(random: Random, first: string, last: string): string {
  return addDays(first, random.int(0, Math.max(0, daysBetween(first, last))));
}

/** How many days, by bands of days and their weights. */
export type Bands = readonly (readonly [days: readonly [least: number, most: number], weight: number])[];

export function daysInBand(random: Random, bands: Bands): number {
  const [least, most] = random.weighted(bands);
  return random.int(least, most);
}
