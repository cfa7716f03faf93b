import { compare, type Field, fields } from './comparison.js';
import type { Known } from './known.js';
import { expected, type Likelihoods, spokenLevels } from './weights.js';

// Enough to see how often strangers' names are alike; how often values are the same is counted, not sampled.
const sampled = 100_000;

/** A small generator with a fixed start: the same records give the same weights. */
function* places(records: number): Generator<number> {
  for (let state = 0x2545f491; ;) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield (state >>> 0) % records;
  }
}

const exact: Readonly<Partial<Record<Field, (known: Known) => string>>> = {
  given: ({ given }) => given.whole,
  family: ({ family }) => family.whole,
  born: ({ born }) => (born.year === 0 ? '' : `${String(born.year)}-${String(born.month)}-${String(born.day)}`),
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  upn: ({ upns }) => upns[0] ?? '',
  nhs: ({ nhsNumbers }) => nhsNumbers[0] ?? '',
};

/** The share of all pairs that have the same value, counted value by value. */
function shareSame(records: readonly Known[], valueOf: (known: Known) => string): number {
  const counts = new Map<string, number>();
  let spoken = 0;
  for (const known of records) {
    const value = valueOf(known);
    if (value === '') continue;
    spoken += 1;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  let same = 0;
  for (const count of counts.values()) same += count * (count - 1);
  return spoken < 2 ? 0 : same / (spoken * (spoken - 1));
}

/** How many of all pairs there are have each level of each field. `pairs`: how many pairs there are. */
export function countLevels(records: readonly Known[], pairs: number): Likelihoods {
  const counts = new Map(fields.map((field) => [field, new Array<number>(spokenLevels(field)).fill(0)]));
  const next = places(records.length);
  const place = (): number => next.next().value as number;
  const many = Math.min(sampled, pairs);
  for (let n = 0; n < many; n++) {
    const [a, b] = [place(), place()];
    const [one, other] = [records[a], records[b]];
    if (a === b || !one || !other) continue;
    const levels = compare(one, other);
    fields.forEach((field, at) => {
      const level = levels[at] ?? 0;
      const of = counts.get(field);
      if (level > 0 && of) of[level - 1] = (of[level - 1] ?? 0) + 1;
    });
  }
  const scale = pairs / Math.max(many, 1);
  return Object.fromEntries(
    fields.map((field) => {
      const of = (counts.get(field) ?? []).map((count) => count * scale);
      const spoken = of.reduce((sum, count) => sum + count, 0);
      const valueOf = exact[field];
      if (!valueOf || spoken === 0) return [field, spoken === 0 ? expected.strangers[field].map(() => 0) : of];
      const same = shareSame(records, valueOf) * spoken;
      const rest = spoken - (of[0] ?? 0);
      return [field, of.map((count, at) => (at === 0 ? same : (count * (spoken - same)) / Math.max(rest, 1)))];
    }),
  ) as unknown as Likelihoods;
}
