import type { StatusIntervalFact } from '../status-interval.js';

/** What SSDA903 gives: when a child was looked after, and since when previously so, or in kinship care under an order. */
export type LookedAfterFact = StatusIntervalFact;
