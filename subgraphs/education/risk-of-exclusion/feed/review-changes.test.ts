import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { academicYear } from '../../../../platform/code-sets/academic-year.js';
import { reviewChanges } from './review-changes.js';

const review = (reviewedOn: string) => ({
  ...{ id: 'r1', recordId: 'r', reviewedOn, recordedAt: '2026-11-20T10:00:00Z' },
  // Whatever else a row may come to hold.
  ...{ interventions: ['Mentor'], pupilWords: 'Mornings are loud.', actorName: 'Sam Okoro' },
});

describe('the change that a review of the risk of exclusion is', () => {
  it('says that there was one, and on which day, and nothing of what it says', () => {
    expect(reviewChanges([review('2026-11-18')])).toEqual([
      {
        ...{ key: 'review/r1', recordId: 'r', facet: null, at: '2026-11-20T10:00:00.000Z', by: null },
        ...{ what: 'Risk of an exclusion', from: null, to: 'Reviewed on 18 November 2026' },
        ...{ toldFrom: '2026-11-18', toldUntil: '2027-09-01' },
      },
    ]);
  });

  it('is told on the days of its school year from that of the review on, as a calendar read day by day has them', () => {
    const first = Date.UTC(2026, 7, 1);
    const dayOf = (n: number): string => new Date(first + n * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.nat(800), fc.nat(800), (reviewed, asked) => {
        const [one] = reviewChanges([review(dayOf(reviewed))]);
        const day = dayOf(asked);
        const told = (one?.toldFrom ?? '') <= day && day < (one?.toldUntil ?? '');
        expect(told).toBe(reviewed <= asked && academicYear(dayOf(reviewed)) === academicYear(day));
      }),
    );
  });
});
