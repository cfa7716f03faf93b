import type { EffectiveHistory } from './history.js';
import { invalid, type Judgement } from './judge-change.js';
import { WaitingStatus } from './status.js';

const { ACCEPTED_WAITING, DISCHARGED, REDIRECTED, REJECTED, WITHDRAWN } = WaitingStatus;

const endings: ReadonlySet<WaitingStatus> = new Set([REJECTED, REDIRECTED, DISCHARGED, WITHDRAWN]);

/**
 * The day of the latest outcome that a referrer is to be told of: that the referral was accepted, the first time, and how
 * it ended. Null before there is one.
 */
export function outcomeOn(history: EffectiveHistory): string | null {
  const accepted = history.find(({ to }) => to === ACCEPTED_WAITING);
  const ended = history.findLast(({ to }) => endings.has(to));
  return ended?.effectiveOn ?? accepted?.effectiveOn ?? null;
}

/** Whether that the referrer was told on a day may be recorded of an entry, on a given day. Pure. */
export function judgeTold(
  standing: { readonly version: number; readonly outcomeOn: string | null },
  told: { readonly expectedVersion: number; readonly toldOn: string },
  today: string,
): Judgement {
  if (told.expectedVersion !== standing.version) return { outcome: 'CONFLICT' };
  if (standing.outcomeOn === null)
    return invalid('toldOn', 'There is no outcome yet that the referrer could have been told of.');
  if (told.toldOn > today) return invalid('toldOn', 'It cannot be after today.');
  if (told.toldOn < standing.outcomeOn) return invalid('toldOn', 'It cannot be before the outcome that is told.');
  return { outcome: 'UPDATED' };
}
