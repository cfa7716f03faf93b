import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSmall, shownCount, shownPercent } from './suppress.js';

describe('a count as it is told', () => {
  it.each([
    [0, 0],
    [1, null],
    [7, null],
    [8, 10],
    [12, 10],
    [13, 15],
    [17, 15],
    [18, 20],
  ])('%p is told as %p', (count, told) => {
    expect(shownCount(count)).toBe(told);
  });

  it('stands for at least two true values, whatever it is, but none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (count) => {
        const alike = Array.from({ length: 15 }, (_, at) => count - 7 + at).filter(
          (other) => other > 0 && shownCount(other) === shownCount(count),
        );
        expect(alike.length).toBeGreaterThanOrEqual(5);
        expect(isSmall(count)).toBe(shownCount(count) === null);
      }),
    );
  });
});

describe('a percentage as it is told', () => {
  it.each([
    [9, 71, 90, 77.8],
    [7, 60, 70, null],
    [12, 111, 118, 91.7],
    [8, 5, 80, null],
    [8, 0, 80, 0],
    [8, 8, 8, 100],
    [40, 0, 0, null],
    [40, 13, 40, 37.5],
  ])('of %p children, %p of %p, is %p', (children, part, whole, told) => {
    expect(shownPercent({ part, whole, children })).toBe(told);
  });

  it('is told from the told numbers alone', () => {
    const any = fc.nat(3000);
    fc.assert(
      fc.property(any, any, any, (children, one, other) => {
        const [part, whole] = one < other ? [one, other] : [other, one];
        const told = shownPercent({ part, whole, children });
        if (told === null) return;
        // In whole numbers, for a half of the last place is a half exactly: no further off than that.
        const [shownPart, shownWhole] = [shownCount(part) ?? NaN, shownCount(whole) ?? NaN];
        const off = Math.abs(Math.round(told * 10) * shownWhole - 1000 * shownPart);
        expect(2 * off).toBeLessThanOrEqual(shownWhole);
        expect(told).toBeLessThanOrEqual(100);
        expect(shownCount(children) ?? 0).toBeGreaterThanOrEqual(10);
      }),
    );
  });
});
