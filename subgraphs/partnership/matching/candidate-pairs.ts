import type { Known } from './known.js';
import { hashOf, matchKeys } from './match-keys.js';

// A key that so many records share tells nobody apart; records of one person share rarer ones.
const mostSharing = 60;

/** Every pair of records to be compared. */
export type EachPair = (left: number, right: number) => void;

/** Records in the order of a key they share: one entry a record and key. */
interface Shared {
  readonly keys: Float64Array;
  readonly of: Uint32Array;
}

function sharedKeys(records: readonly Known[]): Shared & { readonly starts: Uint32Array; readonly own: Float64Array } {
  const all: number[] = [];
  const starts = new Uint32Array(records.length + 1);
  records.forEach((known, at) => {
    const sorted = [...new Set(matchKeys(known).map(({ text }) => hashOf(text)))].sort((a, b) => a - b);
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
    keys: Float64Array.from(order, (at) => own[at] ?? 0),
    of: Uint32Array.from(order, (at) => holder[at] ?? 0),
  };
}

/**
 * Calls back for every pair that shares a key, once: of the keys two records share, the smallest that is not too
 * common is the one under which they meet. `across` is the first record of the second file, where two are linked.
 */
export function eachCandidatePair(records: readonly Known[], across: number | null, each: EachPair): void {
  const { keys, of, starts, own } = sharedKeys(records);
  const common = new Set<number>();
  eachRun(keys, (from, to) => {
    if (to - from > mostSharing) common.add(keys[from] ?? 0);
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
