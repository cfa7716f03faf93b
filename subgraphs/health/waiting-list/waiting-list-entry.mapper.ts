import { hasDied, lastDayCounted } from '../../../platform/access/lifetime.js';
import { bandOf } from './band.js';
import { type ClockReading, howLong, readClock, readWait, type Wait } from './clock.js';
import { endedBecause as becauseOf } from './ended-because.js';
import { type EffectiveHistory, effectiveHistory } from './history.js';
import { localHoldDays } from './local-hold.js';
import { notBroughtSince, safeguardingFlag } from './not-brought.js';
import { toldAfterOutcome } from './referrer-told.js';
import { StandardKind, standardOf } from './standard.js';
import type { ReferrerTelling } from './referrer-telling.type.js';
import type { NamedEntry, StoredEntry, UnnamedEntry } from './stored-entry.js';
import { ToldService } from './told-service.js';
import type { WaitingListChange, WaitingListEntry } from './waiting-list-entry.type.js';

/**
 * An entry as clients see it on a given day. Every field is named: a new column is never shown by accident. A wait ends
 * the day the child died, and nothing is to come after it; the status stays the provider's word.
 */
export function toEntry(stored: StoredEntry, today: string, diedOn: string | null): WaitingListEntry {
  return stored.service === null ? unnamed(stored, today, diedOn) : named(stored, today, diedOn);
}

function named(stored: NamedEntry, today: string, diedOn: string | null): WaitingListEntry {
  const over = hasDied(diedOn, today);
  const history = effectiveHistory(stored.history);
  const told = toldAfterOutcome(history, stored.tellings);
  const wait = readWait(waitOf(stored, history, diedOn), today);
  return {
    id: stored.id,
    child: { id: stored.childId },
    service: stored.service,
    provider: { id: stored.providerOds, name: stored.providerName, kind: 'health provider' },
    status: stored.status,
    priority: stored.priority,
    receivedOn: stored.receivedOn,
    daysWaiting: wait.daysWaiting,
    weeksWaiting: wait.weeksWaiting,
    band: bandOf(wait.daysWaiting),
    clock: wait.clock,
    publishedSpell: publishedSpell(stored, waitOf(stored, history, diedOn), today),
    localHoldDays: localHoldDays(history, lastDayCounted(today, diedOn)),
    wasNotBrought: history.filter((step) => step.wasNotBrought && step.effectiveOn <= today).length,
    safeguardingFlag: over ? null : flagOf(stored, history, today),
    endedBecause: becauseOf(history, today, diedOn),
    continuesFrom: stored.visibleBefore,
    continuesAs: stored.visibleAfter,
    nextStep: over ? null : stored.nextStep,
    nextAppointmentOn: over ? null : stored.nextAppointmentOn,
    supportWhileWaiting: over ? [] : [...stored.supportWhileWaiting],
    referrerToldOn: told?.toldOn ?? null,
    daysToReferrerTold: told?.days ?? null,
    referrerTellings: tellingsOf(stored.tellings, told?.telling ?? null),
    referredBy: stored.referredBy,
    history: changesOf(stored.history, new Set(history)),
    version: stored.version,
    words: { child: stored.childVoice, parent: stored.parentVoice, referrer: stored.referredByOrg },
  };
}

/**
 * An entry of a service that is not named to whoever asks: as one of a record that is shared in part, and without its clock,
 * whose standard would name it.
 */
function unnamed(stored: UnnamedEntry, today: string, diedOn: string | null): WaitingListEntry {
  const history = effectiveHistory(stored.history);
  const { daysWaiting, weeksWaiting } = howLong({ receivedOn: stored.receivedOn, history, diedOn }, today);
  return {
    ...{ id: stored.id, child: { id: stored.childId }, service: ToldService.HEALTH_SERVICE, status: stored.status },
    ...{ receivedOn: stored.receivedOn, daysWaiting, weeksWaiting, band: bandOf(daysWaiting), clock: null },
    localHoldDays: localHoldDays(history, lastDayCounted(today, diedOn)),
    wasNotBrought: history.filter((step) => step.wasNotBrought && step.effectiveOn <= today).length,
    safeguardingFlag: hasDied(diedOn, today) ? null : flagOf(stored, history, today),
    endedBecause: becauseOf(history, today, diedOn),
    version: stored.version,
    ...untold,
  };
}

type History = EffectiveHistory<StoredEntry['history'][number]>;

function flagOf(stored: StoredEntry, history: History, today: string): string | null {
  return safeguardingFlag(notBroughtSince(history, stored.history, stored.consideredThrough, today));
}

function waitOf(stored: NamedEntry, history: History, diedOn: string | null): Wait {
  const { receivedOn, baselineOutcomeOn, carePlanOn } = stored;
  return { standard: standardOf(stored.standards, stored), receivedOn, history, baselineOutcomeOn, carePlanOn, diedOn };
}

/** The published four-week figure is by provider: it begins when the referral came to this one. */
function publishedSpell(stored: NamedEntry, wait: Wait, today: string): ClockReading | null {
  const [first] = wait.history;
  const published = wait.standard.kind === StandardKind.FOUR_WEEKS && stored.continuesFrom !== null;
  return published && first ? readClock(wait, first.effectiveOn, today) : null;
}

/** In the order in which they were recorded. */
function changesOf(stored: StoredEntry['history'], counting: ReadonlySet<object>): WaitingListChange[] {
  return stored.map((change) => ({
    id: String(change.id),
    from: change.from,
    to: change.to,
    effectiveOn: change.effectiveOn,
    recordedAt: new Date(change.recordedAt).toISOString(),
    by: change.by,
    reason: change.reason,
    appointmentOn: change.appointmentOn,
    wasNotBrought: change.wasNotBrought,
    cancelledBy: change.cancelledBy,
    rttStatus: change.rttStatus,
    corrects: change.corrects === null ? null : String(change.corrects),
    counts: counting.has(change),
  }));
}

/** In the order in which they were recorded; `standing` is the one that is of the latest outcome. */
function tellingsOf(stored: NamedEntry['tellings'], standing: number | null): ReferrerTelling[] {
  return stored.map(({ id, outcome, toldOn, recordedAt, by }) => ({
    ...{ outcome, toldOn, by, stands: id === standing },
    recordedAt: new Date(recordedAt).toISOString(),
  }));
}

/** With whom and where, whose words, and what is to come. */
const untold = {
  ...{ provider: null, priority: null, referredBy: null, words: null, referrerToldOn: null, daysToReferrerTold: null },
  referrerTellings: [],
  ...{ publishedSpell: null, continuesFrom: null, continuesAs: null },
  ...{ nextStep: null, nextAppointmentOn: null, supportWhileWaiting: [], history: [] },
};

/**
 * What is told of an entry where the record is shared in part: which service, how the wait stands and since when. Not with
 * whom or where, no word of anybody's, and nothing clinical.
 */
export function inPart(entry: WaitingListEntry): WaitingListEntry {
  const { id, child, service, status, receivedOn, daysWaiting, weeksWaiting, band, clock, version } = entry;
  const { localHoldDays, wasNotBrought, safeguardingFlag, endedBecause } = entry;
  return {
    ...{ id, child, service, status, receivedOn, daysWaiting, weeksWaiting, band, clock, version },
    ...{ localHoldDays, wasNotBrought, safeguardingFlag, endedBecause },
    ...untold,
  };
}
