import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Field, fields, levelCounts, levelOf, levelsOf, patternOf } from './comparison.js';
import { eachLevels, levelsWith, seeded } from './people.test-support.js';
import { type Counted, trainWeights } from './train-weights.js';
import { expected, type Likelihoods, probabilityOf, spokenLevels, type Weights } from './weights.js';

const patterns = levelCounts.reduce((product, count) => product * count, 1);
const byField = <T>(of: (field: Field) => T): Record<Field, T> =>
  Object.fromEntries(fields.map((field) => [field, of(field)])) as Record<Field, T>;
const nothingCounted: Likelihoods = byField((field) => new Array<number>(spokenLevels(field)).fill(0));

/** Records of one person that differ more than is expected, and strangers who are more alike. */
const truth: Pick<Weights, 'same' | 'strangers'> = {
  same: {
    ...expected.same,
    given: [0.7, 0.12, 0.1, 0.06, 0.02],
    family: [0.78, 0.1, 0.08, 0.02, 0.02],
    born: [0.85, 0.1, 0.04, 0.01],
    place: [0.4, 0.2, 0.1, 0.1, 0.2],
    phone: [0.9, 0.1],
  },
  strangers: {
    ...expected.strangers,
    given: [0.02, 0.01, 0.01, 0.06, 0.9],
    family: [0.015, 0.005, 0.01, 0.07, 0.9],
    born: [0.0004, 0.004, 0.0096, 0.986],
    place: [0.001, 0.002, 0.02, 0.3, 0.677],
  },
};

/** What no record of the simulated file says. */
const silent: readonly Field[] = ['email', 'upn'];

const many = { same: 4000, household: 2000, strangers: 120_000 };
const pairs = many.same + many.household + many.strangers;

/** Pairs drawn from known likelihoods, a fifth of the facts left out: the same pairs for the same seed. */
function simulated(seed: number): Counted {
  const random = seeded(seed);
  const draw = (row: readonly number[]): number => {
    let rest = random(1);
    const at = row.findIndex((likely) => (rest -= likely) < 0);
    return at < 0 ? row.length : at + 1;
  };
  const counts = new Map<number, number>();
  const all = byField((field) => new Array<number>(spokenLevels(field)).fill(0));
  const kinds = [
    [many.same, truth.same],
    [many.household, expected.household],
    [many.strangers, truth.strangers],
  ] as const;
  for (const [count, likelihoods] of kinds) {
    for (let n = 0; n < count; n++) {
      const levels = levelsWith(
        byField((field) => (silent.includes(field) || random(1) < 0.2 ? 0 : draw(likelihoods[field]))),
      );
      const pattern = patternOf(levels);
      counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
      fields.forEach((field, at) => {
        const level = levels[at] ?? 0;
        if (level > 0) all[field][level - 1] = (all[field][level - 1] ?? 0) + 1;
      });
    }
  }
  return { patterns: counts, all, pairs, records: Math.ceil(Math.sqrt(2 * pairs)) };
}

const counted = simulated(2026);
const weights = trainWeights(counted);
const spoken = fields.filter((field) => !silent.includes(field));

/** That every share is possible, and each row is all there is. */
function expectWhole({ same, household, strangers, sameShare, householdShare }: Weights): void {
  for (const row of [same, household, strangers].flatMap((of) => fields.map((field) => of[field]))) {
    expect(row.filter((likely) => !(likely > 0 && likely < 1))).toEqual([]);
    expect(row.reduce((sum, likely) => sum + likely, 0)).toBeCloseTo(1, 9);
  }
  expect(sameShare).toBeGreaterThan(0);
  expect(householdShare).toBeGreaterThanOrEqual(0);
  expect(Math.max(sameShare, householdShare)).toBeLessThan(1);
}

/** The first few patterns that come to no probability. */
function without(of: Weights): string[] {
  const wrong: string[] = [];
  eachLevels((levels) => {
    const probability = probabilityOf(levels, of);
    if (!(probability >= 0 && probability <= 1) && wrong.length < 5) wrong.push(`${levels.join('')} ${probability}`);
  });
  return wrong;
}

describe('weights learnt from pairs of known likelihoods', () => {
  it.each(spoken)('are those of one person, for %s', (field) => {
    weights.same[field].forEach((likely, at) => {
      expect(Math.abs(likely - (truth.same[field][at] ?? 0))).toBeLessThan(0.03);
    });
  });

  it.each(spoken)('are those of strangers, for %s, but for the doubt that stays', (field) => {
    weights.strangers[field].forEach((likely, at) => {
      const [real, usual] = [truth.strangers[field][at] ?? 0, expected.strangers[field][at] ?? 0];
      expect(likely).toBeGreaterThan(Math.min(real, usual) * 0.6);
      expect(Math.abs(likely - real)).toBeLessThan(Math.abs(usual - real) * 0.2 + 0.005);
    });
  });

  it.each(silent)('are as expected for %s, of which the data say nothing', (field) => {
    for (const kind of ['same', 'household', 'strangers'] as const)
      weights[kind][field].forEach((likely, at) => {
        expect(likely).toBeCloseTo(expected[kind][field][at] ?? 0, 12);
      });
  });

  it('know how many pairs are of one person, and of one household', () => {
    expect(weights.sameShare * pairs).toBeGreaterThan(many.same * 0.95);
    expect(weights.sameShare * pairs).toBeLessThan(many.same * 1.05);
    expect(weights.householdShare * pairs).toBeGreaterThan(many.household * 0.8);
    expect(weights.householdShare * pairs).toBeLessThan(many.household * 1.2);
  });

  it('agree with themselves: judged by them, as many pairs are of one person as they say', () => {
    let [sum, born] = [0, 0];
    for (const [pattern, count] of counted.patterns) {
      const levels = levelsOf(pattern);
      const ofSame = count * probabilityOf(levels, weights);
      sum += ofSame;
      if (levelOf(levels, 'born') === 2) born += ofSame;
    }
    expect(Math.abs(sum / (weights.sameShare * pairs) - 1)).toBeLessThan(0.001);
    expect(Math.abs(born / (sum * 0.8 * (weights.same.born[1] ?? 1)) - 1)).toBeLessThan(0.05);
  });

  it('leave what a household looks like as expected', () => {
    expect(weights.household).toEqual(expected.household);
  });

  it('are possible, every one, and give every pattern a probability', () => {
    expectWhole(weights);
    expect(without(weights)).toEqual([]);
  });

  it('are the same for the same pairs', () => {
    expect(trainWeights(counted)).toEqual(weights);
  });
});

describe('weights learnt from little', () => {
  it('are as expected where nothing was compared', () => {
    const { same, household, strangers } = trainWeights({
      patterns: new Map(),
      all: nothingCounted,
      pairs: 1,
      records: 2,
    });
    for (const field of fields) {
      same[field].forEach((likely, at) => expect(likely).toBeCloseTo(expected.same[field][at] ?? 0, 12));
      expect(strangers[field]).toEqual(expected.strangers[field]);
    }
    expect(household).toEqual(expected.household);
  });

  it('move little where few pairs were compared', () => {
    const alike = patternOf(levelsWith({ given: 1, family: 1, born: 2, sex: 1, place: 5 }));
    const { same } = trainWeights({ patterns: new Map([[alike, 2]]), all: nothingCounted, pairs: 100, records: 15 });
    expect(same.born[1]).toBeLessThan(0.1);
    expect(same.place[4]).toBeLessThan(0.2);
  });

  it('are possible whatever was compared', () => {
    const compared = fc.uniqueArray(fc.tuple(fc.nat(patterns - 1), fc.integer({ min: 1, max: 10_000 })), {
      maxLength: 40,
      selector: ([pattern]) => pattern,
    });
    const strangers = fc.array(fc.constantFrom(0, 0, 1, 1000, 1e7), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(compared, fc.nat(1e9), strangers, (counts, more, row) => {
        const sum = counts.reduce((total, [, count]) => total + count, 0);
        const all = byField((field) => row.slice(0, spokenLevels(field)));
        expectWhole(trainWeights({ patterns: new Map(counts), all, pairs: sum + more, records: 2 + sum }));
      }),
      { numRuns: 150 },
    );
  });

  it('never come to more pairs than there are, where nearly all are of one person', () => {
    const same = patternOf(levelsWith({ given: 1, family: 1, born: 1, sex: 1, place: 1 }));
    for (const records of [2, 3, 8, 15, 100]) {
      const all = (records * (records - 1)) / 2;
      const learnt = trainWeights({ patterns: new Map([[same, all]]), all: nothingCounted, pairs: all, records });
      expect(learnt.sameShare + learnt.householdShare).toBeLessThan(1);
    }
  });

  it('give every pattern a probability, where nearly all are of one person', () => {
    const same = patternOf(levelsWith({ given: 1, family: 1, born: 1, sex: 1, place: 1 }));
    const learnt = trainWeights({ patterns: new Map([[same, 105]]), all: nothingCounted, pairs: 105, records: 15 });
    expect(without(learnt)).toEqual([]);
  });
});
