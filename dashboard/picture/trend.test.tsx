import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markupOf } from '../layout/markup.js';
import { isAlone, lowest, pathOf, pushedApart, Trend, type TrendLine } from './trend.js';

const percent = fc.option(fc.double({ min: 0, max: 100, noNaN: true }));
const point = fc.record({ week: fc.constant('2026-09-07'), percent, apart: fc.boolean() });

describe('the picture of weeks', () => {
  it('begins its axis at 80, or at the five below what is lower', () => {
    const of = (value: number | null): TrendLine[] => [
      { kind: 'ours', title: '', points: [{ week: '2026-09-07', percent: value }] },
    ];
    expect([lowest(of(95)), lowest(of(79.9)), lowest(of(62)), lowest(of(0)), lowest(of(null))]).toEqual([
      80, 75, 60, 0, 80,
    ]);
  });

  it('draws a week that stands alone, for no line leads to it', () => {
    const of = (...told: (number | null)[]) => told.map((value) => ({ week: '2026-09-07', percent: value }));
    expect([0, 2].map((at) => isAlone(of(90, null, 91), at))).toEqual([true, true]);
    expect([0, 1, 3].map((at) => isAlone(of(90, 91, null, 92), at))).toEqual([false, false, true]);
    const text = markupOf(
      <Trend lines={[{ kind: 'national', title: 'England', points: of(null, 93, null) }]} title="." />,
    );
    expect(text).toContain('national-dot');
  });

  it('breaks its line at a week that may not be set beside others, wherever that stands', () => {
    const of = (weeks: string) =>
      Array.from(weeks, (sign, at) => ({ week: '2021-07-26', percent: sign === ' ' ? null : at, apart: sign === 'x' }));
    const drawn = (weeks: string): string =>
      pathOf(
        of(weeks),
        (at) => at,
        (value) => value,
      );
    expect(drawn('ooo')).toBe('M0,0L1,1L2,2');
    expect(drawn('xoo')).toBe('M1,1L2,2');
    expect(drawn('oox')).toBe('M0,0L1,1');
    expect(drawn('ooxoo')).toBe('M0,0L1,1M3,3L4,4');
    expect(drawn('xx')).toBe('');
    expect(drawn('')).toBe('');
    // What is left of a line on either side is a dot where it is one week, and so is each week apart.
    expect([0, 1, 2].map((at) => isAlone(of('oxo'), at))).toEqual([true, true, true]);
    expect([0, 1, 2, 3].map((at) => isAlone(of('oxoo'), at))).toEqual([true, true, false, false]);
  });

  it('leads a line over each pair of neighbours that are told and may be compared, and over no other', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 53 }), (own) => {
        const path = pathOf(
          own,
          (at) => at,
          (value) => value,
        );
        const isIn = (at: number): boolean => own[at]?.percent != null && !own[at].apart;
        const pairs = own.filter((_, at) => isIn(at) && isIn(at + 1)).length;
        expect(path.split('L').length - 1).toBe(pairs);
        expect(path).not.toMatch(/NaN|Infinity/);
      }),
    );
  });

  it('says what a hollow dot is, where there is one', () => {
    const of = (apart: boolean) => [
      { kind: 'ours', title: 'These', points: [{ week: '2021-07-26', percent: 90, apart }] },
    ];
    const drawn = (apart: boolean): string => markupOf(<Trend lines={of(apart) as TrendLine[]} title="." />);
    expect(drawn(true)).toContain('weeks that may not be set beside others');
    expect(drawn(true)).toContain('class="apart-dot"');
    expect(drawn(false)).not.toMatch(/Hollow|apart-dot/);
  });

  it('pushes labels apart, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 5 }), (wanted) => {
        const placed = pushedApart(wanted).toSorted((one, other) => one - other);
        for (const [at, y] of placed.entries())
          if (at > 0) expect(y - (placed[at - 1] ?? 0)).toBeGreaterThanOrEqual(17.9);
        expect(pushedApart(wanted)).toHaveLength(wanted.length);
      }),
    );
  });
});
