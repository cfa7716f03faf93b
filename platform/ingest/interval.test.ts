import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meet, overlapping, subtract, union, type Interval } from './interval.js';

const day = (number: number): string => `2025-01-${String(number).padStart(2, '0')}`;

/** Intervals within twenty days, some of them open: day 21 stands for ever after. */
const intervals = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 1, max: 9 }), fc.boolean())
    .map(([from, length, open]): Interval => ({
      from: day(from),
      until: open ? null : day(Math.min(20, from + length)),
    })),
  { maxLength: 6 },
);

/** The oracle: the days themselves, one by one. */
function daysOf(list: readonly Interval[]): Set<string> {
  const all = Array.from({ length: 21 }, (_, index) => day(index + 1));
  return new Set(
    all.filter((date) => list.some(({ from, until }) => from <= date && (until === null || date < until))),
  );
}

function isSparse(list: readonly Interval[]): boolean {
  return list.every((next, index) => {
    const before = list[index - 1];
    return !before || (before.until !== null && before.until < next.from);
  });
}

describe('intervals', () => {
  it('join into the fewest that have the same days', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        expect(daysOf(union(list))).toEqual(daysOf(list));
        expect(isSparse(union(list))).toBe(true);
      }),
    );
  });

  it('that meet share a day', () => {
    const any = fc.record({
      from: fc.integer({ min: 1, max: 20 }).map(day),
      until: fc.integer({ min: 1, max: 20 }).map(day),
    });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [days, others] = [daysOf([a]), daysOf([b])];
        expect(meet(a, b)).toBe([...days].some((date) => others.has(date)));
      }),
    );
  });

  it('that overlap are the second of each two that share a day', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const second = list.filter((one, at) =>
          list.some((other, place) => {
            const before = other.from < one.from || (other.from === one.from && place < at);
            return before && [...daysOf([other])].some((date) => daysOf([one]).has(date));
          }),
        );
        expect(new Set(overlapping(list))).toEqual(new Set(second));
        expect(overlapping(list)).toHaveLength(second.length);
      }),
    );
    expect(
      overlapping([
        { from: day(1), until: null },
        { from: day(2), until: day(2) },
      ]),
    ).toEqual([]);
  });

  it('less others leave the days that are in none of them', () => {
    fc.assert(
      fc.property(intervals, intervals, (list, holes) => {
        const without = daysOf(holes);
        expect(daysOf(subtract(list, holes))).toEqual(new Set([...daysOf(list)].filter((date) => !without.has(date))));
        expect(isSparse(subtract(list, holes))).toBe(true);
      }),
    );
  });
});
