import { Temporal } from 'temporal-polyfill';

/** Today in England: waits, clocks and intervals are counted in the partnership's own days. */
export const todayInEngland = (): string => Temporal.Now.plainDateISO('Europe/London').toString();
