import { Temporal } from 'temporal-polyfill';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { earliest } from './earliest.js';
import { type EffectiveHistory, upTo } from './history.js';
import { runOf, type ClockStep, type Run } from './run.js';
import { nameOf, type Standard, type StandardKind } from './standard.js';
import { isOpen, WaitingStatus } from './status.js';

/** What a wait consists of, as far as its figures go. Dates are YYYY-MM-DD. */
export interface Wait {
  readonly standard: Standard;
  /** The day the first service received the referral: the wait counts from here, never from triage or acceptance. */
  readonly receivedOn: string;
  readonly history: EffectiveHistory<ClockStep>;
  readonly baselineOutcomeOn: string | null;
  readonly carePlanOn: string | null;
  /** Every wait ends with the child's life. */
  readonly diedOn: string | null;
}

/** What a standard's clock says on one day. */
export interface ClockReading {
  readonly kind: StandardKind;
  readonly standard: string;
  readonly limitDays: number;
  /** Null between a missed appointment that nullified it and the day another is agreed: no clock runs. */
  readonly startedOn: string | null;
  readonly days: number | null;
  readonly nullifiedOn: readonly string[];
  readonly stoppedOn: string | null;
  readonly state: ClockState;
  /** The first day on which the standard is not met. */
  readonly breachOn: string | null;
}

/** The two figures of a wait, on one day: how long the child has waited, and what the standard's clock says. */
export interface WaitReading {
  /** Days from receipt to the end of the wait, or to the day of reading: nothing pauses or restarts it. */
  readonly daysWaiting: number;
  /** Whole weeks of daysWaiting. */
  readonly weeksWaiting: number;
  /** The day of the first contact, the closure or the death; null while the child waits. */
  readonly endedOn: string | null;
  readonly clock: ClockReading;
}

/**
 * Whether reaching this status ends the wait: first seen, treatment, or any closure. A missed appointment or a hold does
 * not: no clock has paused since 2015 (domain.md §4.4).
 */
export function endsWait(status: WaitingStatus): boolean {
  return status === WaitingStatus.SEEN_FIRST || status === WaitingStatus.IN_TREATMENT || !isOpen(status);
}

/** The day a wait ended: the earliest step to a status that ends it, or null while it runs. */
export function waitEndedOn(history: EffectiveHistory): string | null {
  return history.find(({ to }) => endsWait(to))?.effectiveOn ?? null;
}

/**
 * A wait as it stood at the end of the day `asAt`: what happened after that day is not yet known to it, and a referral
 * received after it has waited 0 days.
 */
export function readWait(wait: Wait, asAt: string): WaitReading {
  return { ...howLong(wait, asAt), clock: readClock(wait, wait.receivedOn, asAt) };
}

/** How long the child had waited at the end of a day, whatever it is measured by. */
export function howLong(
  wait: Pick<Wait, 'receivedOn' | 'history' | 'diedOn'>,
  asAt: string,
): Omit<WaitReading, 'clock'> {
  const diedOn = wait.diedOn !== null && wait.diedOn <= asAt ? wait.diedOn : null;
  const endedOn = earliest([waitEndedOn(upTo(wait.history, asAt)), diedOn]);
  const daysWaiting = daysBetween(wait.receivedOn, endedOn ?? asAt);
  return {
    daysWaiting,
    weeksWaiting: Math.floor(daysWaiting / 7),
    endedOn,
  };
}

/**
 * The standard's clock, were it started on a day: the day the referral was received, or, for the figure that is published
 * by provider, the day it came to this one.
 */
export function readClock(wait: Wait, startedOn: string, asAt: string): ClockReading {
  const { standard } = wait;
  const run = runOf({ ...wait, kind: standard.kind }, startedOn, asAt);
  const { kind, limitDays } = standard;
  return { kind, standard: nameOf(standard), limitDays, ...run, ...measured(run, standard, asAt) };
}

function measured({ startedOn, stoppedOn }: Run, { limitDays, warningDays }: Standard, asAt: string) {
  if (startedOn === null) {
    // Nothing is counted, and nothing is late: the limit is lifted until a new appointment is agreed.
    const state = stoppedOn === null ? ClockState.EXCEPTION : ClockState.STOPPED;
    return { days: null, breachOn: null, state };
  }
  const days = daysBetween(startedOn, stoppedOn ?? asAt);
  const breachOn = Temporal.PlainDate.from(startedOn)
    .add({ days: limitDays + 1 })
    .toString();
  const running = limitDays - days <= warningDays ? ClockState.DUE_SOON : ClockState.ON_TRACK;
  const inTime = stoppedOn === null ? running : ClockState.STOPPED;
  return { days, breachOn, state: days > limitDays ? ClockState.BREACHED : inTime };
}

const daysBetween = (from: string, to: string): number => Math.max(0, Temporal.PlainDate.from(from).until(to).days);
