import { Temporal } from 'temporal-polyfill';
import type { Environment } from '../platform/config/environment.js';

let known = { until: 0, day: '' };

/** Today in England: waits, clocks and intervals are counted in the partnership's own days. Looked up once a second. */
export function todayInEngland(): string {
  const now = Date.now();
  if (now >= known.until) known = { until: now + 1000, day: Temporal.Now.plainDateISO('Europe/London').toString() };
  return known.day;
}

/** Today as the hub has it: the day it was told to stand at (HUB_TODAY), or today in England. */
export function todayOf({ today }: Pick<Environment, 'today'>): string {
  return today ?? todayInEngland();
}
