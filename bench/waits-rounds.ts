import { median } from './median.js';

/** How many write at once. */
export const writers = 16;
// Short enough that a bare UPDATE of a quiet machine leaves rows for every round.
const roundMs = 1500;
const rounds = 3;

/** What a round of one way came to. */
export interface Round {
  readonly done: number;
  readonly perSecond: number;
  readonly p95: number;
}

/** How a way compares with a bare UPDATE, in one run. */
export interface Compared {
  readonly way: Round;
  readonly bare: Round;
  readonly ratio: number;
}

/** Rows that nobody has had yet, and what is done with so many of them at a time. */
export interface Way {
  readonly ids: Iterator<string, undefined>;
  readonly atATime?: number;
  readonly write: (ids: readonly string[], writer: number) => Promise<void>;
}

function taken(ids: Iterator<string, undefined>, many: number): string[] {
  return Array.from({ length: many }, () => {
    const { value } = ids.next();
    if (value === undefined) throw new Error('There are not enough entries to write on.');
    return value;
  });
}

/** Sixteen at once, each on the next rows that nobody has had, until the time is over. */
async function round({ ids, atATime = 1, write }: Way): Promise<Round> {
  const took: number[] = [];
  const began = performance.now();
  const until = began + roundMs;
  const one = async (writer: number): Promise<void> => {
    while (performance.now() < until) {
      const own = taken(ids, atATime);
      const from = performance.now();
      await write(own, writer);
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => one(writer)));
  const seconds = (performance.now() - began) / 1000;
  const sorted = took.sort((a, b) => a - b);
  const done = sorted.length * atATime;
  return { done, perSecond: done / seconds, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
}

const middle = (all: readonly Round[]): Round => ({
  done: all.reduce((sum, { done }) => sum + done, 0),
  perSecond: median(all.map(({ perSecond }) => perSecond)),
  p95: median(all.map(({ p95 }) => p95)),
});

/** A way and a bare UPDATE, in turn; `done` of all that was written, the rounds that warm up among them. */
export async function compare(way: Way, bare: Way): Promise<Compared & { readonly done: number }> {
  const all: { way: Round; bare: Round }[] = [];
  for (let n = 0; n <= rounds; n += 1) all.push({ way: await round(way), bare: await round(bare) });
  // The first of each warms up.
  const counted = all.slice(1);
  return {
    way: middle(counted.map((one) => one.way)),
    bare: middle(counted.map((one) => one.bare)),
    ratio: median(counted.map((one) => one.way.perSecond / one.bare.perSecond)),
    done: all.reduce((sum, one) => sum + one.way.done, 0),
  };
}
