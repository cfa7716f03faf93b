import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { codeSet } from '../../../platform/code-sets/code-set.js';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { HealthService, isOpen, WaitingStatus } from './status.js';

/** What the clock needs to know of an entry. Dates are YYYY-MM-DD. */
export interface Wait {
  readonly service: HealthService;
  /** The day the service received the referral: the wait counts from here, never from triage or acceptance. */
  readonly receivedOn: string;
  /** The day the wait ended: see waitEndedOn. Null while it runs. */
  readonly stoppedOn: string | null;
}

/** A wait against its standard, on one day. */
export interface WaitReading {
  /** Days from receipt to the end of the wait, or to the day of reading. */
  readonly daysWaiting: number;
  /** Whole weeks of daysWaiting. */
  readonly weeksWaiting: number;
  readonly clock: {
    readonly standard: string;
    readonly startedOn: string;
    readonly stoppedOn: string | null;
    readonly state: ClockState;
    /** The first day on which the standard is not met. */
    readonly breachOn: string;
  };
}

interface Standard {
  readonly name: string;
  /** The last day on which the standard is met, counted from receipt as day 0. */
  readonly limitDays: number;
  /** How near the limit counts as due soon. */
  readonly dueSoonDays: number;
}

const { thresholds } = codeSet(
  'waiting_codes',
  z.object({ thresholds: z.object({ cypmh4WeekDays: z.int(), rtt18WeekDays: z.int() }) }),
);

// The limits are NHS England's (domain.md §4.3, §4.4); how long before them to warn is ours.
const FOUR_WEEKS: Standard = { name: '4 weeks', limitDays: thresholds.cypmh4WeekDays, dueSoonDays: 7 };
const EIGHTEEN_WEEKS: Standard = { name: '18 weeks', limitDays: thresholds.rtt18WeekDays, dueSoonDays: 14 };

// Community therapies are seldom in the referral-to-treatment standard itself, but are measured the same way.
const standardOf = (service: HealthService): Standard =>
  service === HealthService.CAMHS || service === HealthService.MENTAL_HEALTH_SUPPORT_TEAM ? FOUR_WEEKS : EIGHTEEN_WEEKS;

/** The days a service has from receipt; on the day after them the wait is in breach. */
export function limitDaysOf(service: HealthService): number {
  return standardOf(service).limitDays;
}

/**
 * Whether reaching this status ends the wait: first seen, treatment, or any closure. A missed appointment or a hold does
 * not: no clock has paused since 2015 (domain.md §4.4).
 */
export function endsWait(status: WaitingStatus): boolean {
  return status === WaitingStatus.SEEN_FIRST || status === WaitingStatus.IN_TREATMENT || !isOpen(status);
}

/**
 * The day an entry's wait ended: the earliest change to a status that ends it, or null while it runs. Changes come in the
 * order they were recorded. A closure that another change follows was put right by it (nothing else can follow one), an
 * entry in error among them, and ends nothing.
 */
export function waitEndedOn(changes: readonly { to: WaitingStatus; effectiveOn: string }[]): string | null {
  const last = changes.length - 1;
  const days = changes
    .filter(({ to }, at) => endsWait(to) && (isOpen(to) || at === last))
    .map(({ effectiveOn }) => effectiveOn);
  return days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null);
}

function stateOf(days: number, stopped: boolean, { limitDays, dueSoonDays }: Standard): ClockState {
  if (days > limitDays) return ClockState.BREACHED;
  if (stopped) return ClockState.STOPPED;
  return limitDays - days <= dueSoonDays ? ClockState.DUE_SOON : ClockState.ON_TRACK;
}

/**
 * A wait as it stood at the end of the day `asAt`: an end after that day is not yet known to it, and a referral received
 * after it has waited 0 days.
 */
export function readWait({ service, receivedOn, stoppedOn }: Wait, asAt: string): WaitReading {
  const standard = standardOf(service);
  const stopped = stoppedOn !== null && stoppedOn <= asAt ? stoppedOn : null;
  const received = Temporal.PlainDate.from(receivedOn);
  const daysWaiting = Math.max(0, received.until(stopped ?? asAt).days);
  return {
    daysWaiting,
    weeksWaiting: Math.floor(daysWaiting / 7),
    clock: {
      standard: standard.name,
      startedOn: receivedOn,
      stoppedOn: stopped,
      state: stateOf(daysWaiting, stopped !== null, standard),
      breachOn: received.add({ days: standard.limitDays + 1 }).toString(),
    },
  };
}
