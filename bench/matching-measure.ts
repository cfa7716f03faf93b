import { readFieldMap } from '../cli/match/field-map.js';
import type { LinkPeople } from '../cli/match/link-files.js';
import { readPeople } from '../cli/match/read-people.js';
import { type Score, scorePairs, type WrittenPair } from '../cli/match/score-pairs.js';
import type { Person } from '../cli/match/matcher.js';
import { type MatchingSet, type Truth, truthOf } from './matching-set.js';

/** How many of the true pairs that touch a group's records were found. Shares are 0 to 1. */
interface GroupRecall {
  readonly group: string;
  readonly truePairs: number;
  readonly linked: number | null;
  readonly withReview: number | null;
}

/** How well one set was matched. */
export interface Found {
  readonly score: Score;
  /** Pairs known to be of two people who look like one. */
  readonly twins: { readonly pairs: number; readonly linked: number; readonly review: number };
  readonly groups: readonly GroupRecall[];
}

/** How well one set was matched, and at what cost. */
export interface Measured extends Found {
  readonly name: string;
  readonly records: number;
  /** Pairs that the matcher compared. */
  readonly compared: number;
  readonly readSeconds: number;
  readonly linkSeconds: number;
  /** The process's peak, in megabytes of 1,000,000 bytes. */
  readonly peakMb: number;
}

/** Measures pairs against all that is known of the set. */
export function foundOf(pairs: readonly WrittenPair[], truth: Truth): Found {
  const twins = scorePairs(pairs, truth.twins);
  const groups = [...truth.groups].map(([group, ids]): GroupRecall => {
    const touching = truth.pairs.filter(({ left, right }) => ids.has(left) || ids.has(right));
    const score = scorePairs(pairs, touching);
    return { group, truePairs: score.truePairs, linked: score.recall, withReview: score.withReview.recall };
  });
  return {
    score: scorePairs(pairs, truth.pairs),
    twins: { pairs: twins.truePairs, linked: twins.rightLinks, review: twins.trueInReview },
    groups,
  };
}

/** The matcher, and how many pairs it compares of the same people. */
export interface Matcher {
  readonly link: LinkPeople;
  readonly compared: (left: readonly Person[], right: readonly Person[] | null) => number;
}

/** Reads, matches and measures one set. Its peak is the process's: one set a process. */
export async function measure(set: MatchingSet, matcher: Matcher, today: string): Promise<Measured> {
  const began = performance.now();
  const map = readFieldMap(set.map ? [set.map] : []);
  const lists: (readonly Person[])[] = [];
  for (const file of set.files) lists.push((await readPeople(file, map, today)).people);
  const left = set.linked ? (lists[0] ?? []) : lists.flat();
  const right = set.linked ? (lists[1] ?? []) : null;
  const read = performance.now();
  const found = await matcher.link(left, right);
  const linked = performance.now();
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
  const nameOf = (list: readonly Person[], at: number): string => list[at]?.id ?? '';
  const pairs = found.map((pair) => ({
    left: nameOf(left, pair.left),
    right: nameOf(right ?? left, pair.right),
    band: pair.band,
  }));
  return {
    name: set.name,
    records: lists.reduce((sum, { length }) => sum + length, 0),
    compared: matcher.compared(left, right),
    readSeconds: (read - began) / 1000,
    linkSeconds: (linked - read) / 1000,
    peakMb,
    ...foundOf(pairs, await truthOf(set)),
  };
}
