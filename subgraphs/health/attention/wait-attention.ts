import type { AttentionFact } from '../../../platform/vocabulary/attention-fact.js';
import type { AttentionKind } from '../../../platform/vocabulary/attention-kind.js';
import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import { readClock } from '../waiting-list/clock.js';
import { effectiveHistory, type EffectiveHistory } from '../waiting-list/history.js';
import { type Telling, toldAfterOutcome } from '../waiting-list/referrer-told.js';
import { type ClockStep, isContact } from '../waiting-list/run.js';
import { serviceInWords } from '../waiting-list/service-in-words.js';
import { nameOf, type Referral, type Standard, standardOf } from '../waiting-list/standard.js';
import { isOpen, WaitingStatus } from '../waiting-list/status.js';

/** A step, as far as it tells of a wait and of appointments that a child was not brought to. */
interface WatchedStep extends ClockStep {
  readonly wasNotBrought: boolean;
}

/** An entry of a waiting list, as far as something of it may need attention. */
export interface WatchedEntry extends Referral {
  readonly entryRef: string;
  readonly baselineOutcomeOn: string | null;
  readonly carePlanOn: string | null;
  /** Its service is not named outside health. */
  readonly unnamed: boolean;
  /** Every step as it was written. */
  readonly history: readonly WatchedStep[];
  readonly tellings: readonly Telling[];
  readonly standards: readonly Standard[];
}

/** A day after all that is known: a fact says itself on which days it stands. */
const IN_THE_END = '9899-12-31';

/**
 * What of one wait needs attention: that it is past its standard, from the first day on which that is not met until the
 * clock stops; that the child was not brought, until the child is seen or the entry closed; that a referral was rejected or
 * redirected, until its referrer is told. Of a service that is not named the first and the last are not told: they would name it.
 */
export function waitAttention(entry: WatchedEntry): AttentionFact[] {
  const history = effectiveHistory(entry.history);
  const facts = [...notBrought(entry, history)];
  return entry.unnamed ? facts : [...facts, ...pastStandard(entry, history), ...withoutFeedback(entry, history)];
}

const serviceOf = ({ unnamed, service }: WatchedEntry): string =>
  unnamed ? 'a health service' : serviceInWords[service];

/** Days on which something needs attention; none where it ends before, or as, it begins. */
function standing(
  { providerOds, entryRef }: WatchedEntry,
  kind: AttentionKind,
  from: string,
  until: string | null,
  fact: string,
): AttentionFact[] {
  if (until !== null && until <= from) return [];
  const key = [kind, providerOds, entryRef, from].join('/');
  return [{ key, kind, facet: null, fact, since: from, from, until }];
}

function pastStandard(entry: WatchedEntry, history: EffectiveHistory<WatchedStep>): AttentionFact[] {
  const standard = standardOf(entry.standards, entry);
  const { receivedOn } = entry;
  const { breachOn, stoppedOn } = readClock({ ...entry, standard, history, diedOn: null }, receivedOn, IN_THE_END);
  if (breachOn === null) return [];
  const fact = `Waiting for ${serviceOf(entry)} since ${dayInWords(receivedOn)}: past the standard of ${nameOf(standard)} from ${dayInWords(breachOn)}.`;
  return standing(entry, 'WAIT_PAST_STANDARD', breachOn, stoppedOn, fact);
}

function notBrought(entry: WatchedEntry, history: EffectiveHistory<WatchedStep>): AttentionFact[] {
  return history.flatMap((step, at) => {
    if (!step.wasNotBrought) return [];
    const until = history.find((later, place) => place > at && (isContact(later) || !isOpen(later.to)))?.effectiveOn;
    const fact = `Was not brought to an appointment of ${serviceOf(entry)} on ${dayInWords(step.effectiveOn)}.`;
    return standing(entry, 'WAS_NOT_BROUGHT', step.effectiveOn, until ?? null, fact);
  });
}

const turnedAway: Readonly<Partial<Record<WaitingStatus, string>>> = {
  [WaitingStatus.REJECTED]: 'rejected',
  [WaitingStatus.REDIRECTED]: 'redirected',
};

function withoutFeedback(entry: WatchedEntry, history: EffectiveHistory<WatchedStep>): AttentionFact[] {
  const latest = toldAfterOutcome(history, entry.tellings);
  const what = latest && turnedAway[latest.outcome];
  if (!latest || what === undefined) return [];
  const told = latest.toldOn === null ? 'has not been told' : `was told on ${dayInWords(latest.toldOn)}`;
  const fact = `A referral to ${serviceOf(entry)} was ${what} on ${dayInWords(latest.on)}; its referrer ${told}.`;
  return standing(entry, 'REFERRAL_WITHOUT_FEEDBACK', latest.on, latest.toldOn, fact);
}
