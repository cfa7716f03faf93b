import { describe, expect, it } from '@jest/globals';
import { CohortDimension } from './cohort-dimension.js';
import { keyOfYearBefore, yearBefore } from './year-before.js';

describe('the year before', () => {
  it('is fifty-two weeks earlier, from Monday to Monday', () => {
    const weeks = { first: '2026-11-09', last: '2026-11-16', whole: true };
    expect(yearBefore(weeks)).toEqual({ first: '2025-11-10', last: '2025-11-17', whole: true });
  });

  it('had the same groups, each under that year’s week and term', () => {
    const { WEEK, TERM, SCHOOL } = CohortDimension;
    expect(keyOfYearBefore(['2026-11-09', '900001', '2026/27 Spring'], [WEEK, SCHOOL, TERM])).toEqual([
      '2025-11-10',
      '900001',
      '2025/26 Spring',
    ]);
    expect(keyOfYearBefore([], [])).toEqual([]);
  });
});
