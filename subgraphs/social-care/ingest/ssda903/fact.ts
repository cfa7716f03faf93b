import type { DeathFact } from '../death.js';
import type { StatusIntervalFact } from '../status-interval.js';

/**
 * What SSDA903 gives: when a child was looked after, since when previously so, or in kinship care under an order, and
 * that care ceased because the child died.
 */
export type LookedAfterFact = StatusIntervalFact | DeathFact;
