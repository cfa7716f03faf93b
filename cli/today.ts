import { Temporal } from 'temporal-polyfill';

let known = { until: 0, day: '' };

/** Today in England: waits, clocks and intervals are counted in the partnership's own days. Looked up once a second. */
export function todayInEngland(): string {
  const now = Date.now();
  if (now >= known.until) known = { until: now + 1000, day: Temporal.Now.plainDateISO('Europe/London').toString() };
  return known.day;
}
