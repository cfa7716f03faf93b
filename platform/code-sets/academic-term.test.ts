import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { academicTerm, daysOfTerm } from './academic-term.js';

describe('the academic term', () => {
  it.each([
    ['2026-09-01', '2026/27 Autumn'],
    ['2026-12-31', '2026/27 Autumn'],
    ['2027-01-01', '2026/27 Spring'],
    ['2027-03-31', '2026/27 Spring'],
    ['2027-04-01', '2026/27 Summer'],
    ['2027-08-31', '2026/27 Summer'],
    ['2100-02-01', '2099/00 Spring'],
  ])('of %s is %s', (on, term) => {
    expect(academicTerm(on)).toBe(term);
  });

  it('has a first and a last day, and every day is in the days of its own term alone', () => {
    expect(daysOfTerm('2026/27 Autumn')).toEqual({ from: '2026-09-01', to: '2026-12-31' });
    expect(daysOfTerm('2026/27 Spring')).toEqual({ from: '2027-01-01', to: '2027-03-31' });
    expect(daysOfTerm('2099/00 Summer')).toEqual({ from: '2100-04-01', to: '2100-08-31' });
    const anyDay = fc
      .date({ min: new Date('2019-01-01'), max: new Date('2101-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const days = daysOfTerm(academicTerm(one));
        const within = days !== null && days.from <= other && other <= days.to;
        expect(within).toBe(academicTerm(one) === academicTerm(other));
      }),
    );
  });

  it.each(['2026/28 Autumn', '2026/27 Winter', '2026/27 autumn', '2026-27 Autumn', 'Autumn 2026', ''])(
    'is not named %p',
    (text) => {
      expect(daysOfTerm(text)).toBeNull();
    },
  );
});
