import type { DomainName } from '../gateway/shown.js';

/** Something that happened to a child on a day, in words, and whose fact it is. */
export interface Happened {
  readonly on: string;
  readonly what: string;
  /** What belongs beside it; empty where nothing does. */
  readonly note: string;
  readonly from: DomainName;
}

/** What happened within some days, both included, newest first; of one day in the order given. */
export const newestFirst = (all: readonly Happened[], from: string, to: string): Happened[] =>
  all.filter(({ on }) => from <= on && on <= to).toSorted((one, other) => other.on.localeCompare(one.on));
