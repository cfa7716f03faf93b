import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isSmall } from '../../../platform/figures/suppress.js';
import { isWholeHidden, protectReferrals } from './protect-referrals.js';
import type { ReferralsCount } from './referrals-row.js';

const outcomes = ['ACCEPTED', 'REJECTED', 'REDIRECTED', 'NONE'] as const;
type Numbers = readonly [accepted: number, rejected: number, redirected: number, none: number];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** A group of a quarter, each of whose children has one referral, as the cube counts it. */
const group = (dimension: string, value: string, numbers: Numbers, quarter = '2026-01-01'): ReferralsCount[] =>
  sum(numbers) === 0
    ? []
    : [
        { quarter, dimension, value, outcome: '' as const, children: sum(numbers) },
        ...outcomes.map((outcome, at) => ({ quarter, dimension, value, outcome, children: numbers[at] ?? 0 })),
      ].filter(({ children }) => children > 0);

/** The same children by one dimension and all together. */
const table = (rows: Readonly<Record<string, Numbers>>, quarter?: string): ReferralsCount[] => {
  const whole = [0, 1, 2, 3].map((at) => sum(Object.values(rows).map((row) => row[at] ?? 0))) as unknown as Numbers;
  const groups = Object.entries(rows).flatMap(([value, row]) => group('SERVICE', value, row, quarter));
  return [...groups, ...group('', '', whole, quarter)];
};

describe('what may be told of referrals', () => {
  it('is every outcome where none of them, nor what they leave, is small', () => {
    const counts = table({ CAMHS: [20, 8, 9, 0], SALT: [30, 0, 12, 10] });
    expect(protectReferrals('SERVICE', counts)).toEqual({ hidden: new Set(), named: true, outcomes: 3 });
    expect(protectReferrals('', counts).outcomes).toBe(3);
  });

  it('leaves out the outcomes from the first on of which a group has few, of every group', () => {
    expect(protectReferrals('SERVICE', table({ CAMHS: [20, 3, 9, 20], SALT: [30, 9, 9, 20] })).outcomes).toBe(1);
    expect(protectReferrals('SERVICE', table({ CAMHS: [20, 9, 3, 20], SALT: [30, 9, 9, 20] })).outcomes).toBe(2);
  });

  it('leaves out one more where the others would leave few', () => {
    // Of 40 accepted, 10 rejected and 10 redirected of 63, three are undecided.
    expect(protectReferrals('SERVICE', table({ CAMHS: [40, 10, 10, 3] })).outcomes).toBe(2);
    expect(protectReferrals('SERVICE', table({ CAMHS: [40, 3, 0, 0] })).outcomes).toBe(0);
  });

  it('leaves out what the whole would leave of the hidden groups together', () => {
    // Two services are hidden, with four accepted between them.
    const counts = table({ CAMHS: [1, 2, 2, 10], PHYSIOTHERAPY: [3, 0, 0, 0], SALT: [30, 20, 20, 20] });
    const shown = protectReferrals('SERVICE', counts);
    expect([...shown.hidden].sort()).toEqual(['CAMHS', 'PHYSIOTHERAPY']);
    expect(shown.outcomes).toBe(0);
  });

  it('is of a group only what is told of it in every quarter', () => {
    const spring = table({ CAMHS: [20, 9, 9, 9], PHYSIOTHERAPY: [9, 9, 9, 9], SALT: [20, 9, 9, 9] });
    const summer = table({ CAMHS: [2, 0, 0, 0], PHYSIOTHERAPY: [9, 9, 9, 9], SALT: [20, 9, 9, 9] }, '2026-04-01');
    expect([...protectReferrals('SERVICE', [...spring, ...summer]).hidden].sort()).toEqual(['CAMHS', 'PHYSIOTHERAPY']);
  });

  it('is nothing of all together where they are few, or every group is hidden', () => {
    expect(isWholeHidden(table({ CAMHS: [4, 3, 0, 0] }))).toBe(true);
    expect(isWholeHidden(table({ CAMHS: [4, 3, 0, 0], SALT: [0, 0, 7, 0] }))).toBe(true);
    expect(isWholeHidden(table({ CAMHS: [9, 9, 0, 0], SALT: [9, 0, 9, 0] }))).toBe(false);
    expect(isWholeHidden([])).toBe(false);
  });

  const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 }));
  const numbers = fc.tuple(count, count, count, count);
  const tables = fc.dictionary(fc.constantFrom('CAMHS', 'SALT', 'PHYSIOTHERAPY', 'OTHER'), numbers, { minKeys: 1 });

  it('leaves no number of 1 to 7 that can be taken from others, whatever the groups', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const counts = table(rows);
        const { hidden, outcomes: many } = protectReferrals('SERVICE', counts);
        const present = Object.entries(rows).filter(([, row]) => sum(row) > 0);
        const shown = present.filter(([value]) => !hidden.has(value)).map(([, row]) => row);
        const others = present.filter(([value]) => hidden.has(value)).map(([, row]) => row);
        // What the whole leaves of the hidden groups together is known as well.
        const together = [0, 1, 2, 3].map((at) => sum(others.map((row) => row[at] ?? 0)));
        for (const row of others.length > 0 && shown.length > 0 ? [...shown, together] : shown) {
          expect(isSmall(sum(row))).toBe(false);
          if (many === 0) continue;
          for (const told of row.slice(0, many)) expect(isSmall(told)).toBe(false);
          expect(isSmall(sum(row.slice(many)))).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is of all together at least as many outcomes as of any way to divide them, so that none is left by sums', () => {
    fc.assert(
      fc.property(tables, tables, (rows, later) => {
        const counts = [...table(rows), ...table(later, '2026-04-01')];
        expect(protectReferrals('', counts).outcomes).toBeGreaterThanOrEqual(
          protectReferrals('SERVICE', counts).outcomes,
        );
      }),
    );
  });
});
