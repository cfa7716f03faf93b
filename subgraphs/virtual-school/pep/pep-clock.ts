import { Temporal } from 'temporal-polyfill';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';

/** How many days before it is due a plan is said to be due soon. Ours: no rule sets it. */
const DUE_SOON_DAYS = 14;

/** When a Personal Education Plan is, or was, to be done. Dates are YYYY-MM-DD. */
export interface PepDates {
  /** The last day in time. A plan is reviewed every school term. */
  readonly dueOn: string;
  /** Null while it is not complete. */
  readonly completedOn: string | null;
}

/** Where a Personal Education Plan stands at the end of the day `asAt`; done late it stays BREACHED. */
export function pepState({ dueOn, completedOn }: PepDates, asAt: string): ClockState {
  const completed = completedOn !== null && completedOn <= asAt;
  if ((completed ? completedOn : asAt) > dueOn) return ClockState.BREACHED;
  if (completed) return ClockState.STOPPED;
  const daysLeft = Temporal.PlainDate.from(asAt).until(dueOn).days;
  return daysLeft <= DUE_SOON_DAYS ? ClockState.DUE_SOON : ClockState.ON_TRACK;
}
