import { Temporal } from 'temporal-polyfill';
import { hasDied } from '../../../platform/access/lifetime.js';

/** Days after its meeting that an item stands, unless renewed. Source: access.md, "The team around the school". */
const standsForDays = 28;

/** The days of an item. ISO. */
export interface ItemDays {
  readonly meetingOn: string;
  /** The first day it no longer stands, where it was not closed before. */
  readonly until: string;
  readonly closedOn: string | null;
  readonly outcome: string | null;
  /** Whether something agreed on it was to be done on the day that is asked for. */
  readonly carried: boolean;
  readonly diedOn: string | null;
}

/** The first day on which an item of a meeting, or one renewed on a day, no longer stands. ISO dates. */
export function untilOf(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: standsForDays }).toString();
}

/** Until when an item stands that is renewed on a day: never less long than it would have. */
export function renewedUntil({ until }: { readonly until: string }, day: string): string {
  const renewed = untilOf(day);
  return renewed > until ? renewed : until;
}

/** Whether an item stands on a day: the child lives, and is to be discussed. */
export function standsOn({ meetingOn, until, closedOn, diedOn }: Omit<ItemDays, 'outcome' | 'carried'>, day: string) {
  return meetingOn <= day && day < until && closedOn === null && !hasDied(diedOn, day);
}

/**
 * Whether an item is on the agenda of a day. One that stands is; and what would else be lost: one closed with what came of it,
 * on the agendas up to the day it was closed, and one of which something agreed is still to be done, until it is.
 */
export function isListedOn(item: ItemDays, day: string): boolean {
  if (item.meetingOn > day || hasDied(item.diedOn, day)) return false;
  const minuted = item.outcome !== null && item.closedOn !== null && day <= item.closedOn && day < item.until;
  return standsOn(item, day) || minuted || item.carried;
}
