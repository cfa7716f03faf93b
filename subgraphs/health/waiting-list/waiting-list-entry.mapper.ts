import { endInLife, hasDied } from '../../../platform/access/lifetime.js';
import { bandOf } from './band.js';
import { readWait, waitEndedOn } from './clock.js';
import type { StoredEntry } from './stored-entry.js';
import type { WaitingListEntry } from './waiting-list-entry.type.js';

/**
 * An entry as clients see it on a given day. Every field is named: a new column is never shown by accident. A wait ends
 * the day the child died, and nothing is to come after it; the status stays the provider's word.
 */
export function toEntry(stored: StoredEntry, today: string, diedOn: string | null): WaitingListEntry {
  const over = hasDied(diedOn, today);
  const history = stored.history.map((change) => ({
    id: String(change.id),
    from: change.from,
    to: change.to,
    effectiveOn: change.effectiveOn,
    recordedAt: new Date(change.recordedAt).toISOString(),
    by: change.by,
    reason: change.reason,
    corrects: change.corrects === null ? null : String(change.corrects),
  }));
  const stoppedOn = endInLife(waitEndedOn(history), diedOn);
  const wait = readWait({ service: stored.service, receivedOn: stored.receivedOn, stoppedOn }, today);
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
    nextStep: over ? null : stored.nextStep,
    nextAppointmentOn: over ? null : stored.nextAppointmentOn,
    supportWhileWaiting: over ? [] : [...stored.supportWhileWaiting],
    referrerToldOn: stored.referrerToldOn,
    referredBy: stored.referredBy,
    history,
    version: stored.version,
  };
}

/**
 * What is told of an entry where the record is shared in part: which service, how the wait stands and since when. Not with
 * whom or where, no word of anybody's, and nothing clinical.
 */
export function inPart(entry: WaitingListEntry): WaitingListEntry {
  const { id, child, service, status, receivedOn, daysWaiting, weeksWaiting, band, clock, version } = entry;
  const untold = { provider: null, priority: null, referredBy: null, referrerToldOn: null };
  const notToCome = { nextStep: null, nextAppointmentOn: null, supportWhileWaiting: [], history: [] };
  return {
    ...{ id, child, service, status, receivedOn, daysWaiting, weeksWaiting, band, clock, version },
    ...untold,
    ...notToCome,
  };
}
