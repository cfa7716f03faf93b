import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hiddenOf, isTotalHidden, ofBreached, toldExactly, toldRounded } from './told-times.js';
import type { TimesCell } from './times-row.js';

const group = (children: number, median = 169.5, percentile92 = 219.48) => ({
  ...{ key: ['SALT'], children, waits: children, breached: 9, median, percentile92 },
});
const cell = (dimension: string, value: string, children: number, breached = 0): TimesCell => ({
  ...{ dimension, value, children, breached },
});

describe('what is told of waiting times', () => {
  it('is days as they are, and weeks to one decimal place', () => {
    expect(toldExactly(group(2))).toMatchObject({
      children: 2,
      medianDays: 169.5,
      medianWeeks: 24.2,
      percentile92Days: 219.48,
      percentile92Weeks: 31.4,
    });
  });

  it('is nothing of a percentile that a machine writes with an error in its last digit', () => {
    expect(toldExactly(group(7, 166, 299.71999999999997))).toMatchObject({ percentile92Days: 299.72 });
  });

  it('rounds a number of children, and tells lengths where ten or more are told', () => {
    expect(toldRounded(group(8), false)).toMatchObject({ children: 10, medianDays: 169.5 });
    expect(toldRounded(group(7), false)).toMatchObject({ children: null, suppressed: true, medianDays: null });
    expect(toldRounded(group(0), false)).toMatchObject({ children: 0, suppressed: false, medianDays: null });
  });

  it('hides how many clocks are breached where that is small, or would tell a small one', () => {
    expect(toldExactly(group(2)).breachedClocks).toBe(9);
    expect(toldRounded(group(20), false).breachedClocks).toBe(10);
    expect(toldRounded(group(20), true)).toMatchObject({ children: 20, breachedClocks: null, suppressed: false });
    const cells = ofBreached([cell('SERVICE', 'CAMHS', 40, 12), cell('SERVICE', 'SALT', 30, 3)]);
    expect([...hiddenOf('SERVICE', cells).hidden].sort()).toEqual(['CAMHS', 'SALT']);
  });

  it('hides another group beside a small one, which would else be what the others leave', () => {
    const cells = [cell('SERVICE', 'CAMHS', 40), cell('SERVICE', 'SALT', 3), cell('SERVICE', 'PHYSIOTHERAPY', 12)];
    expect([...hiddenOf('SERVICE', cells).hidden].sort()).toEqual(['CAMHS', 'SALT']);
  });

  it('hides the sum of all where every group of some dimension is hidden', () => {
    const services = [cell('SERVICE', 'CAMHS', 7), cell('SERVICE', 'SALT', 7)];
    const total = cell('', '', 14);
    expect(isTotalHidden([total, ...services])).toBe(true);
    expect(isTotalHidden([total, cell('STATUS', 'BOOKED', 14)])).toBe(false);
    expect(isTotalHidden([cell('', '', 7), cell('STATUS', 'BOOKED', 7)])).toBe(true);
  });

  it('never tells of a group of 1 to 7', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }), (sizes) => {
        const cells = sizes.map((children, at) => cell('SERVICE', String(at), children));
        const { hidden } = hiddenOf('SERVICE', cells);
        for (const { value, children } of cells) if (children < 8) expect(hidden.has(value)).toBe(true);
        if (hidden.size === 1) expect(cells).toHaveLength(1);
      }),
    );
  });
});
