import { effectiveHistory, type Step } from './history.js';
import { isOpen, WaitingStatus } from './status.js';

/** What the days of an entry follow from. Dates are YYYY-MM-DD. */
export interface Stood {
  readonly receivedOn: string;
  /** The entry whose wait goes on in this one; null where it began here. */
  readonly continuesFrom: string | null;
  /** Every step as it was written, in any order. */
  readonly history: readonly Step[];
}

/** The days [from, until) at whose end an entry stood so; `until` is null while it does. */
export interface WaitInterval {
  readonly from: string;
  readonly until: string | null;
  readonly status: WaitingStatus;
  /** Received, not seen and not closed: whether the child was waiting by this entry. */
  readonly waiting: boolean;
  /** The day the wait ended, by which it is over; null while the child waits. */
  readonly endedOn: string | null;
}

interface Place {
  readonly from: string;
  readonly status: WaitingStatus;
  readonly seen: boolean;
}

/**
 * On which days an entry stood where, in order and without a gap. The last step of a day says how the day ended. An entry that
 * began here was referred from the day it was received, also where the first that is told of it is a later status; one that
 * goes on from another is there from its own first step, for until then the child waited by the other. Nothing is before
 * receipt, and what was entered in error was on no list on any day.
 */
export function waitIntervals({ receivedOn, continuesFrom, history }: Stood): WaitInterval[] {
  const steps = effectiveHistory(history);
  const [first] = steps;
  if (!first || steps.at(-1)?.to === WaitingStatus.ENTERED_IN_ERROR) return [];
  const places = placesOf(steps, receivedOn);
  if (continuesFrom === null && first.effectiveOn > receivedOn)
    places.unshift({ from: receivedOn, status: WaitingStatus.REFERRED, seen: false });
  const ends = places.filter(({ from }, at) => places[at + 1]?.from !== from);
  const endedOn = ends.find((place) => !isWaiting(place))?.from ?? null;
  return ends.map((place, at) => ({
    from: place.from,
    until: ends[at + 1]?.from ?? null,
    status: place.status,
    waiting: isWaiting(place),
    endedOn: endedOn !== null && endedOn <= place.from ? endedOn : null,
  }));
}

const isWaiting = ({ status, seen }: Place): boolean => isOpen(status) && !seen;

/** Where each step leaves the entry. Once seen a child does not wait for being seen, whatever comes after. */
function placesOf(steps: readonly Step[], receivedOn: string): Place[] {
  let seen = false;
  return steps.map(({ to, effectiveOn }) => {
    seen ||= to === WaitingStatus.SEEN_FIRST || to === WaitingStatus.IN_TREATMENT;
    return { from: effectiveOn < receivedOn ? receivedOn : effectiveOn, status: to, seen };
  });
}
