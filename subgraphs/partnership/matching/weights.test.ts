import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Field, fields, levelCounts, levelNames } from './comparison.js';
import { eachLevels, levelsWith } from './people.test-support.js';
import { commonnessOf, expected, expectedWeights, likelihood, probabilityOf, spokenLevels } from './weights.js';

const kinds = ['same', 'household', 'strangers'] as const;
const sameInAll: Partial<Record<Field, number>> = { given: 1, family: 1, born: 1, sex: 1, place: 1 };

const anyLevels = fc.tuple(...levelCounts.map((count) => fc.nat(count - 1))).map((levels) => Uint8Array.from(levels));

describe('what is expected', () => {
  it.each(kinds.flatMap((kind) => fields.map((field) => [kind, field] as const)))(
    'of %s, %s: each level is possible, and together they are all there is',
    (kind, field) => {
      const row = expected[kind][field];
      expect(row).toHaveLength(levelNames[field].length - 1);
      expect(row).toHaveLength(spokenLevels(field));
      expect(row.every((likely) => likely > 0 && likely < 1)).toBe(true);
      expect(row.reduce((sum, likely) => sum + likely, 0)).toBeCloseTo(1, 9);
    },
  );

  it.each(fields)('of %s: the same is more likely of one person than of strangers, different less', (field) => {
    const [same, strangers] = [expected.same[field], expected.strangers[field]];
    expect(same[0]).toBeGreaterThan(strangers[0] ?? 1);
    expect(same.at(-1)).toBeLessThan(strangers.at(-1) ?? 0);
  });

  it('of a file is a share of its pairs, however small or large it is', () => {
    for (const records of [0, 1, 2, 40, 1000, 1e6, 1e9]) {
      const { sameShare, householdShare } = expectedWeights(records);
      expect(sameShare).toBeGreaterThan(0);
      expect(sameShare + householdShare).toBeLessThanOrEqual(0.1);
    }
  });
});

describe('the likelihood of levels', () => {
  it('is that of every field that speaks, times each other', () => {
    fc.assert(
      fc.property(anyLevels, fc.constantFrom(...kinds), (levels, kind) => {
        const spoken = fields.flatMap((field, at) => {
          const level = levels[at] ?? 0;
          return level === 0 ? [] : [expected[kind][field][level - 1] ?? Number.NaN];
        });
        expect(likelihood(levels, expected[kind])).toBeCloseTo(
          spoken.reduce((product, one) => product * one, 1),
          12,
        );
      }),
    );
  });

  it('is one where nothing is said', () => {
    expect(likelihood(levelsWith({}), expected.same)).toBe(1);
  });
});

describe('the probability that two records are of one person', () => {
  it('is none where another given name meets another birthday, and else between none and sure', () => {
    const [weights, common] = [expectedWeights(1000), { given: 1e-7, family: 1, givenAsItStands: true }];
    const wrong: string[] = [];
    eachLevels((levels) => {
      const probability = probabilityOf(levels, weights, levels[2] === 1 ? common : null);
      const twoPeople = levels[0] === 5 && (levels[2] ?? 0) >= 3;
      const right = twoPeople ? probability === 0 : probability > 0 && probability <= 1;
      if (!right && wrong.length < 5) wrong.push(levels.join(''));
    });
    expect(wrong).toEqual([]);
  });

  it('is the share of such pairs where nothing is said', () => {
    const weights = expectedWeights(1000);
    expect(probabilityOf(levelsWith({}), weights)).toBeCloseTo(weights.sameShare, 12);
  });

  it('is high for one child, and low for brothers, for a household’s strangers and for strangers', () => {
    const weights = expectedWeights(1000);
    expect(probabilityOf(levelsWith(sameInAll), weights)).toBeGreaterThan(0.99);
    expect(probabilityOf(levelsWith({ ...sameInAll, given: 5, born: 4 }), weights)).toBeLessThan(0.01);
    expect(probabilityOf(levelsWith({ ...sameInAll, given: 5 }), weights)).toBeLessThan(0.85);
    expect(probabilityOf(levelsWith({ given: 5, family: 5, born: 4, sex: 1 }), weights)).toBeLessThan(0.001);
  });

  it('is the higher the rarer the name that both have', () => {
    const weights = expectedWeights(1000);
    const levels = levelsWith({ given: 1, family: 1, born: 3 });
    const share = fc.double({ min: 1e-6, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (one, other, family) => {
        const [rare, common] = [Math.min(one, other), Math.max(one, other)];
        const of = (given: number): number => probabilityOf(levels, weights, { given, family, givenAsItStands: false });
        expect(of(rare)).toBeGreaterThanOrEqual(of(common));
      }),
    );
  });

  it('is lower for a full name than its two halves would make it: names of one community go together', () => {
    const weights = expectedWeights(1000);
    const [given, family] = [expected.strangers.given[0] ?? 0, expected.strangers.family[0] ?? 0];
    const of = (levels: Partial<Record<Field, number>>, usual: boolean): number =>
      probabilityOf(
        levelsWith({ ...levels, born: 3 }),
        weights,
        usual ? { given, family, givenAsItStands: false } : null,
      );
    expect(of({ given: 1, family: 1 }, true)).toBeLessThan(of({ given: 1, family: 1 }, false));
    expect(of({ given: 1, family: 3 }, true)).toBeCloseTo(of({ given: 1, family: 3 }, false), 12);
    expect(of({ given: 3, family: 1 }, true)).toBeCloseTo(of({ given: 3, family: 1 }, false), 12);
  });

  it('takes no account of how common a name is that only one of them has', () => {
    const weights = expectedWeights(1000);
    const levels = levelsWith({ ...sameInAll, given: 3, family: 3 });
    expect(probabilityOf(levels, weights, { given: 1e-6, family: 1e-6, givenAsItStands: false })).toBe(
      probabilityOf(levels, weights),
    );
  });

  it('falls with every step of a name or birthday that is less alike', () => {
    const weights = expectedWeights(1000);
    for (const field of ['given', 'family', 'born'] as const) {
      const of = (level: number): number =>
        probabilityOf(levelsWith({ ...sameInAll, place: 0, [field]: level }), weights);
      for (let level = 2; level <= spokenLevels(field); level++) expect(of(level)).toBeLessThan(of(1));
      expect(of(spokenLevels(field))).toBeLessThan(of(0));
    }
  });
});

describe('how common a name is', () => {
  it('is as usual where there are no records, and as counted where there are many', () => {
    expect(commonnessOf(0, 0, 0).given).toBeCloseTo(expected.strangers.given[0] ?? 0, 12);
    expect(commonnessOf(0, 0, 0).family).toBeCloseTo(expected.strangers.family[0] ?? 0, 12);
    const { given, family } = commonnessOf(50_000, 70_000, 1_000_000);
    expect(given).toBeCloseTo(0.05, 3);
    expect(family).toBeCloseTo(0.07, 3);
  });

  it('is never none nor all, and grows with the count', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), (count, more) => {
        const records = count + more;
        const { given, family } = commonnessOf(count, count, records);
        for (const share of [given, family]) expect(share > 0 && share < 1).toBe(true);
        expect(commonnessOf(count + 1, 0, records).given).toBeGreaterThan(given);
        expect(commonnessOf(0, count + 1, records).family).toBeGreaterThan(family);
      }),
    );
  });

  it('is given as it stands from three, and from one in a thousand', () => {
    expect([2, 3].map((count) => commonnessOf(count, 0, 100).givenAsItStands)).toEqual([false, true]);
    expect([99, 100].map((count) => commonnessOf(count, 0, 100_000).givenAsItStands)).toEqual([false, true]);
  });
});
