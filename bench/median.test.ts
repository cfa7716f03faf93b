import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { median } from './median.js';

describe('the median', () => {
  it('has as many values on the one side as on the other, and lies half-way between the middle two', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
        const middle = median(values);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(below).toBeLessThanOrEqual(values.length / 2);
        expect(above).toBeLessThanOrEqual(values.length / 2);
        const low = Math.max(...values.filter((value) => value <= middle));
        const high = Math.min(...values.filter((value) => value >= middle));
        expect(middle).toBe((low + high) / 2);
      }),
    );
  });

  it('of nothing is 0', () => {
    expect(median([])).toBe(0);
  });
});
