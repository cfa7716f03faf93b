import { describe, expect, it } from '@jest/globals';
import { whyNotComparable } from './comparable-weeks.js';

describe('a period', () => {
  it.each([
    ['2020-03-16', '2020-03-22', true],
    ['2020-03-16', '2020-03-23', false],
    ['2020-09-01', '2020-12-18', false],
    ['2021-07-31', '2021-09-05', false],
    ['2021-08-01', '2021-09-05', true],
    ['2019-09-02', '2022-07-22', false],
  ])('from %s to %s is comparable with others: %s', (from, to, comparable) => {
    expect(whyNotComparable({ from, to }) === null).toBe(comparable);
  });
});
