import { describe, expect, it } from '@jest/globals';
import { independentReview } from './independent-review.js';
import { reviewResults } from './review-result.js';
import { SuspensionCategory } from './suspension-category.js';

const forGood = {
  ...{ urn: '900001', category: SuspensionCategory.PERMANENT, cancelledOn: null },
  ...{ reviewedOn: '2026-11-02', reviewResult: 'A', senExpert: null },
};
const isWeekday = (_: string, on: string): boolean => ![0, 6].includes(new Date(on).getUTCDay());

describe('an independent review', () => {
  it('may be asked for within fifteen school days of a board’s decision to uphold', () => {
    expect(independentReview(forGood, isWeekday)).toEqual({ askBy: '2026-11-23', held: false, senExpert: null });
    expect(independentReview(forGood, () => null)).toMatchObject({ askBy: null, held: false });
  });

  it('is held where its result is told, by every code that is a panel’s', () => {
    const held = Object.keys(reviewResults).filter(
      (reviewResult) => independentReview({ ...forGood, reviewResult }, isWeekday)?.held,
    );
    expect(held.sort()).toEqual(['B', 'C', 'D', 'F', 'G', 'J', 'K']);
    expect(independentReview({ ...forGood, reviewResult: 'D', senExpert: true }, isWeekday)).toEqual({
      ...{ askBy: null, held: true, senExpert: true },
    });
  });

  it.each([
    ['before the board’s', { reviewedOn: null, reviewResult: null }],
    ['of a pupil whom the board reinstated', { reviewResult: 'E' }],
    ['of a pupil who declined to come back', { reviewResult: 'H' }],
    ['of an exclusion that was cancelled', { cancelledOn: '2026-11-03' }],
    ['of a suspension', { category: SuspensionCategory.SUSPENSION }],
  ])('is none %s', (_, change) => {
    expect(independentReview({ ...forGood, ...change }, isWeekday)).toBeNull();
  });
});
