import type { Permit } from '../access/permit.js';
import type { Caller } from '../auth/door.js';
import type { Writing } from '../db/write-unit.js';
import { Domain } from '../vocabulary/domain.js';

/** Asks one subgraph's internal feed, as the consumer's own system caller. */
export type AskFeed = (
  domain: Domain,
  document: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Readonly<Record<string, unknown>>>;

/** Opens a write unit in the consumer's own domain for these children, under these permits, and does the work. */
export type Keep = (
  permits: readonly Permit[],
  children: readonly string[],
  work: (writing: Writing) => Promise<void>,
) => Promise<void>;

/** What a consumer works with: who it is, whom it asks, and how it writes. */
export interface RefreshedWith {
  readonly caller: Caller;
  readonly ask: AskFeed;
  readonly keep: Keep;
}

/**
 * Heard by whoever keeps anything of a child together: ids were linked, or taken apart, so that what every source says
 * of the child is now more, or less. After a separation each child is named.
 */
export const childLinked = { from: Domain.PARTNERSHIP, topics: ['child-linked'] } as const;

/**
 * A domain that keeps a copy of another's facts. An event says which child and what kind, nothing else; the facts are
 * fetched from their owner, by key, so that the same event twice, late or out of order ends in the same copy.
 */
export interface Consumer {
  /** Its own minter: bound to one subject and to the operations below. */
  readonly name: string;
  readonly holder: Domain;
  /** What its key is for, as `DOMAIN:operation`. */
  readonly operations: readonly string[];
  readonly hears: readonly { readonly from: Domain; readonly topics: readonly string[] }[];
  /** The fields of its holder's graph, as `Type.field`, that are made of what it keeps: where it is behind, they say so. */
  readonly shownIn?: readonly string[];
  /**
   * Brings the copy of these children's facts up to date, after events of these domains: of one, or of every one it
   * hears where the children were linked. Each child is named once, by the id it is shown by; a copy under any other id
   * of the child's is to go. At most 500 children.
   */
  refresh(on: RefreshedWith, from: readonly Domain[], children: readonly string[]): Promise<void>;
  /**
   * Once all that owners said has been taken in: for copies of what is of no child, of which no event tells. What it finds is
   * fetched from its owner, so that once too often changes nothing.
   */
  caughtUp?(on: RefreshedWith): Promise<void>;
}
