import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Judgement } from './judge.js';
import { type JudgedPair, weighEachAgainstAll } from './margin.js';
import type { FoundPair } from './person.js';

const link = (left: number, right: number, probability = 0.99): JudgedPair => ({
  left,
  right,
  probability,
  band: 'link',
  rule: 'weights',
  numbered: false,
});
const review = (left: number, right: number, rule: Judgement['rule'] = 'weights'): JudgedPair => ({
  left,
  right,
  probability: 0.9,
  band: 'review',
  rule,
  numbered: false,
});

const separate: Judgement = { probability: 0.01, band: 'separate', rule: 'weights' };
const alike = (probability: number, rule: Judgement['rule'] = 'weights'): Judgement => ({
  probability,
  band: 'review',
  rule,
});
const nobodys = (): Judgement => separate;
const bands = (found: readonly FoundPair[]): string[] =>
  found.map(({ left, right, band }) => `${String(left)} ${String(right)} ${band}`).sort();

describe('a record as like two others', () => {
  it('goes to a person with both, where the two are not one person', () => {
    const found = weighEachAgainstAll([link(0, 1), link(0, 2, 0.96)], nobodys);
    expect(bands(found)).toEqual(['0 1 review', '0 2 review']);
    for (const { probability } of found) {
      expect(probability).toBeLessThan(0.95);
      expect(probability).toBeGreaterThanOrEqual(0.85);
    }
  });

  it('is linked with both, where the two are one person', () => {
    expect(bands(weighEachAgainstAll([link(0, 1), link(0, 2)], () => alike(0.5)))).toEqual(['0 1 link', '0 2 link']);
  });

  it('is linked with both whichever side of the pairs it stands on', () => {
    expect(bands(weighEachAgainstAll([link(1, 0), link(0, 2)], () => alike(0.5)))).toEqual(['0 2 link', '1 0 link']);
    expect(bands(weighEachAgainstAll([link(1, 0), link(0, 2)], nobodys))).toEqual(['0 2 review', '1 0 review']);
  });

  it.each(['two-nhs-numbers', 'two-upns', 'possible-twin', 'one-number-two-people'] as const)(
    'goes to a person where %s speaks against the two being one, however alike they are',
    (rule) => {
      const found = weighEachAgainstAll([link(0, 1), link(0, 2)], () => alike(0.94, rule));
      expect(bands(found)).toEqual(['0 1 review', '0 2 review']);
    },
  );

  it('goes to a person where there is nothing to judge the two by', () => {
    expect(bands(weighEachAgainstAll([link(0, 1), link(0, 2)], () => null))).toEqual(['0 1 review', '0 2 review']);
  });

  it('asks of the two others, and of no one else', () => {
    const asked: string[] = [];
    weighEachAgainstAll([link(0, 1), link(0, 2), link(3, 4)], (a, b) => {
      asked.push(`${String(Math.min(a, b))} ${String(Math.max(a, b))}`);
      return separate;
    });
    expect([...new Set(asked)]).toEqual(['1 2']);
  });
});

describe('a pair that is for a person', () => {
  it('stays so, and takes nothing from a clear link', () => {
    expect(bands(weighEachAgainstAll([link(0, 1), review(0, 2)], nobodys))).toEqual(['0 1 link', '0 2 review']);
  });

  it('of twins is left out where both are already beside their own records', () => {
    const twins = review(0, 1, 'possible-twin');
    expect(bands(weighEachAgainstAll([twins, link(0, 2), link(1, 3)], nobodys))).toEqual(['0 2 link', '1 3 link']);
    expect(bands(weighEachAgainstAll([twins, link(0, 2)], nobodys))).toEqual(['0 1 review', '0 2 link']);
    expect(bands(weighEachAgainstAll([twins], nobodys))).toEqual(['0 1 review']);
    const numbered = { ...twins, numbered: true };
    expect(bands(weighEachAgainstAll([numbered, link(0, 2), link(1, 3)], nobodys))).toContain('0 1 review');
  });

  it('of another kind is kept, however settled both are', () => {
    const pairs = [review(0, 1, 'one-number-two-people'), link(0, 2), link(1, 3)];
    expect(bands(weighEachAgainstAll(pairs, nobodys))).toEqual(['0 1 review', '0 2 link', '1 3 link']);
  });
});

/** Judged pairs among ten records, and who they really are. */
const judgedPairs = fc
  .tuple(
    fc.uniqueArray(
      fc.tuple(fc.nat(9), fc.nat(9)).filter(([left, right]) => left < right),
      { selector: ([left, right]) => left * 10 + right, maxLength: 20 },
    ),
    fc.array(fc.double({ min: 0.85, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 }),
    fc.array(fc.constantFrom('weights', 'possible-twin', 'two-upns'), { minLength: 20, maxLength: 20 }),
    fc.array(fc.nat(3), { minLength: 10, maxLength: 10 }),
  )
  .map(([ends, probabilities, ruleOf, personOf]) => ({
    judged: ends.map(([left, right], at): JudgedPair => {
      const probability = probabilities[at] ?? 0.9;
      return probability >= 0.95
        ? { left, right, probability, band: 'link', rule: 'weights', numbered: false }
        : { left, right, probability, band: 'review', rule: ruleOf[at] as Judgement['rule'], numbered: false };
    }),
    between: (a: number, b: number): Judgement => (personOf[a] === personOf[b] ? alike(0.9) : separate),
  }));

const ends = ({ left, right }: JudgedPair): number[] => [left, right];

/** Slow and obvious: the links that no other link of either record speaks against. */
function clearLinks(judged: readonly JudgedPair[], between: (a: number, b: number) => Judgement): JudgedPair[] {
  const links = judged.filter(({ band }) => band === 'link');
  return links.filter((pair) =>
    links.every((other) => {
      const all = [...ends(pair), ...ends(other)];
      const shared = ends(pair).filter((end) => ends(other).includes(end));
      if (shared.length !== 1 || other.probability <= pair.probability - 0.1) return true;
      const [mine = 0, theirs = 0] = all.filter((end) => end !== shared[0]);
      return between(mine, theirs).probability >= 0.5;
    }),
  );
}

describe('any pairs', () => {
  it('are linked where the slow way says so, and nowhere else', () => {
    fc.assert(
      fc.property(judgedPairs, ({ judged, between }) => {
        const linked = weighEachAgainstAll(judged, between).filter(({ band }) => band === 'link');
        const clear = clearLinks(judged, between);
        expect(bands(linked)).toEqual(bands(clear.map((pair) => ({ ...pair, band: 'link' }))));
      }),
      { numRuns: 500 },
    );
  });

  it('are the same in any order', () => {
    const shuffled = judgedPairs.chain(({ judged, between }) =>
      fc.shuffledSubarray(judged, { minLength: judged.length }).map((other) => ({ judged, other, between })),
    );
    fc.assert(
      fc.property(shuffled, ({ judged, other, between }) => {
        const key = ({ left, right }: FoundPair): number => left * 10 + right;
        const of = (pairs: readonly JudgedPair[]): FoundPair[] =>
          weighEachAgainstAll(pairs, between).sort((a, b) => key(a) - key(b));
        expect(of(other)).toEqual(of(judged));
      }),
      { numRuns: 500 },
    );
  });

  it('come to no link that was not judged one, and lose none but of twins', () => {
    fc.assert(
      fc.property(judgedPairs, ({ judged, between }) => {
        const found = new Map(weighEachAgainstAll(judged, between).map((pair) => [`${pair.left} ${pair.right}`, pair]));
        for (const { left, right, band, rule } of judged) {
          const pair = found.get(`${left} ${right}`);
          if (rule !== 'possible-twin') expect(pair).toBeDefined();
          if (band === 'review') expect(pair?.band).not.toBe('link');
          if (pair?.band === 'review') expect(pair.probability).toBeLessThan(0.95);
        }
      }),
    );
  });
});
