import { describe, expect, it } from '@jest/globals';
import { whyNotComparable } from '../../../platform/code-sets/comparable-weeks.js';
import { CohortDimension } from './cohort-dimension.js';
import { daysOfGroup } from './days-of-group.js';

const asked = { from: '2020-02-24', to: '2021-12-19' };
const { SCHOOL, TERM, WEEK } = CohortDimension;

describe('the days of a group', () => {
  it.each<[readonly CohortDimension[], readonly string[], string, string]>([
    [[], [], asked.from, asked.to],
    [[SCHOOL], ['900001'], asked.from, asked.to],
    [[WEEK], ['2020-03-16'], '2020-03-16', '2020-03-22'],
    [[SCHOOL, WEEK], ['900001', '2021-07-26'], '2021-07-26', '2021-08-01'],
    [[TERM], ['2020/21 Autumn'], '2020-09-01', '2020-12-31'],
    // As far as it was asked for.
    [[TERM], ['2019/20 Spring'], asked.from, '2020-03-31'],
    [[TERM, SCHOOL], ['2021/22 Autumn', '900001'], '2021-09-01', asked.to],
    [[TERM, WEEK], ['2021/22 Autumn', '2021-09-06'], '2021-09-06', '2021-09-12'],
  ])('divided by %j, of %j, are from %s to %s', (by, key, from, to) => {
    expect(daysOfGroup(key, by, asked)).toEqual({ from, to });
  });

  it('tell the weeks that may not be set beside others from those that may, where the period has both', () => {
    const weeks = ['2020-03-16', '2020-03-23', '2021-07-26', '2021-08-02'];
    expect(weeks.map((week) => whyNotComparable(daysOfGroup([week], [WEEK], asked)) === null)).toEqual([
      ...[true, false, false, true],
    ]);
    expect(whyNotComparable(asked)).not.toBeNull();
  });
});
