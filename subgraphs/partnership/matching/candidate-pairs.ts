import type { Known } from './known.js';
import { hashOf, matchKeys } from './match-keys.js';

// A key that so many records share tells nobody apart; records of one person share rarer ones.
const mostSharing = 60;
// A number that so many carry is nobody's: a placeholder that happens to pass its check.
const mostNumbered = 500;

/** Every pair of records to be compared. */
export type EachPair = (left: number, right: number) => void;

/** Records in the order of a key they share: one entry a record and key. */
interface Shared {
  readonly keys: Float64Array;
  readonly of: Uint32Array;
  /** Where each record's own keys start, in the order of the records. */
  readonly starts: Uint32Array;
  readonly own: Float64Array;
  /** The keys that are a number of an agency's. */
  readonly numbers: ReadonlySet<number>;
}

function sharedKeys(records: readonly Known[]): Shared {
  const all: number[] = [];
  const numbers = new Set<number>();
  const starts = new Uint32Array(records.length + 1);
  records.forEach((known, at) => {
    const mine = matchKeys(known).map(({ text, sure }) => ({ key: hashOf(text), sure }));
    for (const { key, sure } of mine) if (sure) numbers.add(key);
    const sorted = [...new Set(mine.map(({ key }) => key))].sort((a, b) => a - b);
    for (const key of sorted) all.push(key);
    starts[at + 1] = all.length;
  });
  const own = Float64Array.from(all);
  const order = new Uint32Array(own.length)
    .map((_zero, at) => at)
    .sort((a, b) => (own[a] ?? 0) - (own[b] ?? 0) || a - b);
  const holder = new Uint32Array(own.length);
  for (let at = 0; at < records.length; at++) holder.fill(at, starts[at], starts[at + 1]);
  return {
    starts,
    own,
    numbers,
    keys: Float64Array.from(order, (at) => own[at] ?? 0),
    of: Uint32Array.from(order, (at) => holder[at] ?? 0),
  };
}

/**
 * Calls back for every pair that shares a key, once: of the keys two records share, the smallest that is not too
 * common is the one under which they meet. `across` is the first record of the second file, where two are linked.
 */
export function eachCandidatePair(records: readonly Known[], across: number | null, each: EachPair): void {
  const { keys, of, starts, own, numbers } = sharedKeys(records);
  const common = new Set<number>();
  eachRun(keys, (from, to) => {
    const key = keys[from] ?? 0;
    if (to - from > (numbers.has(key) ? mostNumbered : mostSharing)) common.add(key);
  });
  const firstShared = (a: number, b: number): number => {
    let [i, j] = [starts[a] ?? 0, starts[b] ?? 0];
    const [iEnd, jEnd] = [starts[a + 1] ?? 0, starts[b + 1] ?? 0];
    while (i < iEnd && j < jEnd) {
      const [one, other] = [own[i] ?? 0, own[j] ?? 0];
      if (one === other && !common.has(one)) return one;
      if (one <= other) i += 1;
      if (other <= one) j += 1;
    }
    return -1;
  };
  eachRun(keys, (from, to) => {
    const key = keys[from] ?? 0;
    if (common.has(key)) return;
    for (let i = from; i < to; i++) {
      for (let j = i + 1; j < to; j++) {
        const [a, b] = [of[i] ?? 0, of[j] ?? 0];
        if (across !== null && a < across === b < across) continue;
        if (firstShared(a, b) === key) each(Math.min(a, b), Math.max(a, b));
      }
    }
  });
}

function eachRun(keys: Float64Array, run: (from: number, to: number) => void): void {
  for (let from = 0; from < keys.length;) {
    let to = from + 1;
    while (to < keys.length && keys[to] === keys[from]) to += 1;
    if (to - from > 1) run(from, to);
    from = to;
  }
}
