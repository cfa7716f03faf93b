import { Temporal } from 'temporal-polyfill';
import type { EffectiveHistory } from './history.js';
import { invalid, type Judgement } from './judge-change.js';
import { WaitingStatus } from './status.js';

const {
  ACCEPTED_WAITING,
  DISCHARGED,
  ENTERED_IN_ERROR,
  INFO_NEEDED,
  REDIRECTED,
  REFERRED,
  REJECTED,
  TRIAGE,
  WITHDRAWN,
} = WaitingStatus;

const endings: ReadonlySet<WaitingStatus> = new Set([REJECTED, REDIRECTED, DISCHARGED, WITHDRAWN]);
const undecided: ReadonlySet<WaitingStatus> = new Set([REFERRED, TRIAGE, INFO_NEEDED, ENTERED_IN_ERROR]);

/** What came of a referral, of which its referrer is to be told. */
export interface Outcome {
  /** How it ended; while it goes on ACCEPTED_WAITING, wherever the entry stands since. */
  readonly outcome: WaitingStatus;
  /** YYYY-MM-DD. */
  readonly on: string;
}

/** That the referrer was told of an outcome. Dates are YYYY-MM-DD. */
export interface Telling {
  /** Rises in the order of recording. */
  readonly id: number;
  readonly outcome: WaitingStatus;
  readonly toldOn: string;
}

/** The latest outcome, and whether the referrer was told of it. */
export interface ToldAfterOutcome extends Outcome {
  /** Null while the referrer was not told of this outcome, whatever was told before it. */
  readonly toldOn: string | null;
  /** Days from the outcome to that day, 0 on the same; null with it. */
  readonly days: number | null;
  /** The telling that says so; null with it. */
  readonly telling: number | null;
}

/**
 * The latest outcome of a referral: how it ended, or that it was accepted. Null while nothing is decided. It is accepted from
 * the first step on that follows acceptance only, for a provider's file may hold no earlier one; a cancelled appointment
 * accepts nothing anew. What is an outcome follows the published data set of mental health services (MHSDS): the rejection of
 * a referral, its closure, and the discharge letter each have a date there, an onward referral among them.
 */
export function outcomeOf(history: EffectiveHistory): Outcome | null {
  const ended = history.findLast(({ to }) => endings.has(to));
  if (ended) return { outcome: ended.to, on: ended.effectiveOn };
  const accepted = history.find(({ to }) => !undecided.has(to));
  return accepted ? { outcome: ACCEPTED_WAITING, on: accepted.effectiveOn } : null;
}

/**
 * Whether the referrer was told of the latest outcome: by the telling recorded last that was of this very outcome and not
 * before it. One recorded again puts the earlier right; those of earlier outcomes stay, and say nothing of this one. Null
 * while nothing is decided. Pure.
 */
export function toldAfterOutcome(history: EffectiveHistory, tellings: readonly Telling[]): ToldAfterOutcome | null {
  const latest = outcomeOf(history);
  if (!latest) return null;
  const last = tellings
    .toSorted((a, b) => a.id - b.id)
    .findLast(({ outcome, toldOn }) => outcome === latest.outcome && toldOn >= latest.on);
  if (!last) return { ...latest, toldOn: null, days: null, telling: null };
  const { id: telling, toldOn } = last;
  return { ...latest, toldOn, days: Temporal.PlainDate.from(latest.on).until(toldOn).days, telling };
}

/** Whether that the referrer was told on a day may be recorded of an entry, on a given day. Pure. */
export function judgeTold(
  standing: { readonly version: number; readonly outcome: Outcome | null },
  told: { readonly expectedVersion: number; readonly toldOn: string },
  today: string,
): Judgement {
  const { version, outcome } = standing;
  if (told.expectedVersion !== version) return { outcome: 'CONFLICT' };
  if (outcome === null) return invalid('toldOn', 'There is no outcome yet that the referrer could have been told of.');
  if (told.toldOn > today) return invalid('toldOn', 'It cannot be after today.');
  if (told.toldOn < outcome.on) return invalid('toldOn', 'It cannot be before the outcome that is told.');
  return { outcome: 'UPDATED' };
}
