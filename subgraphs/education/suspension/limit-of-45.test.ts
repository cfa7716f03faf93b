import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { yearOf } from './limit-of-45.js';
import { calendar, halfDays, suspended, suspensions } from './suspended.test-support.js';
import { SuspensionCategory } from './suspension-category.js';

const { LUNCHTIME } = SuspensionCategory;
const everyDay = () => true;

describe('a school year against the limit', () => {
  it('has each session in the year of its day, and half a day a lunchtime', () => {
    const september = '2026-09-01';
    fc.assert(
      fc.property(calendar, suspensions, (isOpen, drawn) => {
        for (const [year, isOfYear] of [
          ['2025/26', (day: string) => day < september],
          ['2026/27', (day: string) => day >= september],
        ] as const) {
          const sessions = drawn.flatMap((one) => halfDays(one, isOpen)).filter(isOfYear).length;
          const lunches = drawn
            .filter(({ category, startedOn }) => category === LUNCHTIME && isOfYear(startedOn))
            .map(({ cancelledOn, lunchtimes, served }) => (cancelledOn === null ? lunchtimes : served) ?? 0)
            .reduce((a, b) => a + b, 0);
          const days = (sessions + lunches) / 2;
          expect(yearOf(drawn, year, isOpen)).toMatchObject({
            ...{ sessions, lunchtimes: lunches, schoolDays: days, over: days > 45 },
            left: days > 45 ? 0 : 45 - days,
          });
        }
      }),
    );
  });

  it.each([
    [79, 39.5, 5.5, false, null],
    [80, 40, 5, false, /40 school days.* 5 are left/],
    [90, 45, 0, false, /45 school days.* 0 are left/],
    [91, 45.5, 0, true, /45\.5 school days.*more than the 45/],
  ])('of %i sessions', (sessions, schoolDays, left, over, warning) => {
    const year = yearOf([suspended({ sessions })], '2026/27', everyDay);
    expect(year).toMatchObject({ sessions, schoolDays, left, over });
    if (warning === null) expect(year.warning).toBeNull();
    else expect(year.warning).toMatch(warning);
  });

  it('has a session of which the day is not known in the year in which the suspension began', () => {
    const known = (_: string, day: string) => (day < '2026-07-21' ? true : null);
    const summer = suspended({ startedOn: '2026-07-20', sessions: 10 });
    expect(yearOf([summer], '2025/26', known).sessions).toBe(10);
    expect(yearOf([summer], '2026/27', known).sessions).toBe(0);
  });
});
