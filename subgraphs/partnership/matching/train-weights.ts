import { type Field, fields, levelsOf } from './comparison.js';
import {
  expected,
  expectedWeights,
  likelihood,
  likelihoodOfSame,
  type Likelihoods,
  spokenLevels,
  type Weights,
} from './weights.js';

/** What was counted among the records at hand. */
export interface Counted {
  /** Compared pairs, by the pattern of their levels. */
  readonly patterns: ReadonlyMap<number, number>;
  /** Among all pairs there are, compared or not: how many have each level of each field, silence left out. */
  readonly all: Likelihoods;
  readonly pairs: number;
  readonly records: number;
}

// As many pairs as the expectation weighs: a small file moves it little, a large one decides.
const expectationWeighs = 40;
// However the data look, a tenth of the expectation of strangers stays: what was never seen may still be chance.
const doubt = 0.1;
const rounds = 25;

type Sums = Record<Field, number[]>;

function byField<T>(of: (field: Field) => T): Record<Field, T> {
  return Object.fromEntries(fields.map((field) => [field, of(field)])) as Record<Field, T>;
}

const noSums = (): Sums => byField((field) => new Array<number>(spokenLevels(field)).fill(0));

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

function shares(of: (field: Field) => readonly number[]): Likelihoods {
  return byField((field) => {
    const counts = of(field);
    const sum = total(counts);
    return counts.map((count) => count / sum);
  });
}

/**
 * Weights from the data at hand, by expectation–maximisation over the patterns of compared pairs. Pairs that were
 * never compared count as strangers: what records of one person do not share a single key? Only how two records of
 * one person differ, and how often strangers agree, is learnt; what a household looks like stays as expected.
 */
export function trainWeights({ patterns, all, pairs, records }: Counted): Weights {
  let weights = expectedWeights(records);
  // However few records there are, most pairs could be strangers.
  const share = (sum: number): number => Math.min(sum / (pairs + 2), 0.4);
  const compared = [...patterns].map(([pattern, count]) => ({ levels: levelsOf(pattern), count }));
  for (let round = 0; round < rounds; round++) {
    const [same, related] = [noSums(), noSums()];
    let [sameSum, householdSum] = [0, 0];
    for (const { levels, count } of compared) {
      const ofSame = likelihoodOfSame(levels, weights);
      const ofHousehold = weights.householdShare * likelihood(levels, weights.household);
      const ofStrangers = (1 - weights.sameShare - weights.householdShare) * likelihood(levels, weights.strangers);
      const sum = ofSame + ofHousehold + ofStrangers;
      const [isSame, isHousehold] = [(count * ofSame) / sum, (count * ofHousehold) / sum];
      sameSum += isSame;
      householdSum += isHousehold;
      fields.forEach((field, at) => {
        const level = levels[at] ?? 0;
        if (level === 0) return;
        same[field][level - 1] = (same[field][level - 1] ?? 0) + isSame;
        related[field][level - 1] = (related[field][level - 1] ?? 0) + isSame + isHousehold;
      });
    }
    weights = {
      same: shares((field) => same[field].map((sum, at) => sum + expectationWeighs * (expected.same[field][at] ?? 0))),
      household: expected.household,
      strangers: strangersOf(all, related),
      sameShare: share(sameSum + 1),
      // Some households there always are, and never very many.
      householdShare: share(Math.min(Math.max(householdSum, sameSum * 0.05), sameSum * 5 + 1)),
    };
  }
  return weights;
}

/** How often strangers agree: all pairs, less those that are of one person or household. */
function strangersOf(all: Likelihoods, related: Sums): Likelihoods {
  return shares((field) => {
    const usual = expected.strangers[field];
    const left = all[field].map((count, at) => Math.max(0, count - (related[field][at] ?? 0)));
    const sum = total(left);
    if (sum === 0) return usual;
    return left.map((count, at) => (1 - doubt) * (count / sum) + doubt * (usual[at] ?? 0));
  });
}
