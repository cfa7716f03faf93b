import { Temporal } from 'temporal-polyfill';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';

/** How many days before it is due a plan is said to be due soon. Ours: no rule sets it. */
const DUE_SOON_DAYS = 14;

/** When a Personal Education Plan is, or was, to be done. Dates are YYYY-MM-DD. */
export interface PepDates {
  /** The last day in time. A plan is reviewed every school term. */
  readonly dueOn: string;
  /** The day it was completed, or it was no longer to be done; null while it is. */
  readonly endedOn: string | null;
}

/** Where a Personal Education Plan stands at the end of the day `asAt`; done late it stays BREACHED. */
export function pepState({ dueOn, endedOn }: PepDates, asAt: string): ClockState {
  const ended = endedOn !== null && endedOn <= asAt;
  if ((ended ? endedOn : asAt) > dueOn) return ClockState.BREACHED;
  if (ended) return ClockState.STOPPED;
  const daysLeft = Temporal.PlainDate.from(asAt).until(dueOn).days;
  return daysLeft <= DUE_SOON_DAYS ? ClockState.DUE_SOON : ClockState.ON_TRACK;
}
