import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSmall } from '../../../../platform/figures/suppress.js';
import { type ComplianceCounts, toldExactly, toldHidden } from './told-compliance.js';

/** Children by where their plan stands: to come, owed no more, overdue, and completed by its judgement. */
type World = readonly [toCome: number, lapsed: number, overdue: number, ...judged: number[]];

function countsOf([toCome, lapsed, overdue, red = 0, amber = 0, green = 0, unjudged = 0]: World): ComplianceCounts {
  const completed = red + amber + green + unjudged;
  return { eligible: toCome + lapsed + overdue + completed, completed, overdue, red, amber, green, unjudged };
}

describe('how far plans are done', () => {
  it('is exact for whoever is entitled to the whole group', () => {
    expect(toldExactly(countsOf([3, 0, 2, 1, 2, 3, 1]))).toEqual({
      ...{ eligible: 12, completed: 7, percent: 58.3333, overdue: 2, suppressed: false },
      byQuality: [
        { quality: 'RED', count: 1 },
        { quality: 'AMBER', count: 2 },
        { quality: 'GREEN', count: 3 },
        { quality: null, count: 1 },
      ],
    });
    expect(toldExactly(countsOf([0, 0, 0, 0]))).toMatchObject({ eligible: 0, percent: null });
  });

  it('is rounded for whoever is not, with 1 to 7 hidden and a second judgement beside one', () => {
    const told = toldHidden(countsOf([4, 0, 8, 7, 0, 12, 12]));
    expect(told).toMatchObject({ eligible: 45, completed: 30, percent: 66.7, overdue: 10, suppressed: false });
    expect(told.byQuality?.map(({ count }) => count)).toEqual([null, 0, 10, null]);
  });

  it('is not told at all of fewer than eight children, and none is none', () => {
    const nothing = { eligible: null, completed: null, percent: null, overdue: null, byQuality: null };
    expect(toldHidden(countsOf([0, 0, 0, 7]))).toEqual({ ...nothing, suppressed: true });
    expect(toldHidden(countsOf([0, 0, 0, 0]))).toMatchObject({ eligible: 0, completed: 0, overdue: 0, percent: null });
  });

  it.each([[[0, 0, 0, 7, 7, 7, 7]], [[0, 0, 0, 7, 7, 7, 6]], [[3, 0, 1, 1, 1, 1, 5]]] as const)(
    'does not tell the sum of judgements that are all hidden: %p',
    (world) => {
      expect(toldHidden(countsOf(world))).toMatchObject({ completed: null, percent: null });
    },
  );

  // The property that suppression is for.
  it('leaves every hidden number at least two true values that fit all that is told', () => {
    // Where roundings turn over, and anywhere.
    const small = fc.oneof(fc.constantFrom(0, 1, 7, 8, 12, 13), fc.integer({ min: 0, max: 40 }));
    const judged = fc.tuple(small, small, small, small);
    const anyWorld = fc.oneof(
      fc.tuple(small, small, judged).map(([lapsed, late, of]): World => [0, lapsed, late, ...of]),
      fc.tuple(small, small, small, judged).map(([toCome, lapsed, late, of]): World => [toCome, lapsed, late, ...of]),
    );
    fc.assert(
      fc.property(anyWorld, (world) => {
        const truth = countsOf(world);
        const told = JSON.stringify(toldHidden(truth));
        const hidden = (Object.keys(truth) as (keyof ComplianceCounts)[]).filter((cell) => isSmall(truth[cell]));
        const others = neighbours(world).filter((other) => JSON.stringify(toldHidden(countsOf(other))) === told);
        for (const cell of hidden) {
          expect([cell, others.some((other) => countsOf(other)[cell] !== truth[cell])]).toEqual([cell, true]);
        }
      }),
      {
        numRuns: 150,
        // Told one by one each of these would be known to be seven.
        examples: [
          [[0, 0, 8, 7, 12, 12, 12]],
          [[0, 0, 8, 12, 12, 7, 12]],
          [[0, 0, 0, 7, 7, 7, 7]],
          [[0, 0, 0, 7, 12, 7, 12]],
        ],
      },
    );
  });
});

/** The worlds in which up to one child more or fewer stands in each place; a term that is over stays over. */
function neighbours(world: World): World[] {
  const steps = world.map((count, place) => (place === 0 && count === 0 ? [0] : [-1, 0, 1]));
  return steps
    .reduce<number[][]>((all, own) => all.flatMap((so) => own.map((step) => [...so, step])), [[]])
    .map((by) => world.map((count, place) => count + (by[place] ?? 0)))
    .filter((other) => other.every((count) => count >= 0))
    .map((other) => other as unknown as World);
}
