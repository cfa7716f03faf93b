import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysOfTerm } from '../../../platform/code-sets/academic-term.js';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { areWholeTerms, daysAfter, schoolWeeks, termsOf } from './school-weeks.js';

const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const weekday = (on: string): number => new Date(`${on}T00:00:00Z`).getUTCDay();

describe('the school weeks of a period', () => {
  it.each([
    ['2026-11-09', '2026-11-22', '2026-11-09', '2026-11-16', true],
    ['2026-11-09', '2026-11-20', '2026-11-09', '2026-11-16', true],
    ['2026-11-08', '2026-11-20', '2026-11-09', '2026-11-16', true],
    ['2026-11-11', '2026-11-12', '2026-11-09', '2026-11-09', false],
    ['2026-11-09', '2026-11-19', '2026-11-09', '2026-11-16', false],
    // Terms: 1 September 2026 is a Tuesday, 31 December a Thursday, 1 April 2027 a Thursday.
    ['2026-09-01', '2026-12-31', '2026-08-31', '2026-12-28', true],
    ['2027-01-01', '2027-03-31', '2027-01-04', '2027-03-29', true],
    ['2027-04-01', '2027-08-31', '2027-04-05', '2027-08-23', true],
    ['2026-09-01', '2027-08-31', '2026-08-31', '2027-08-23', true],
  ])('%s to %s: those of %s to %s, whole %p', (from, to, first, last, whole) => {
    expect(schoolWeeks(from, to)).toEqual({ first, last, whole });
  });

  it('is none of a weekend', () => {
    const { first, last } = schoolWeeks('2026-11-14', '2026-11-15');
    expect(first > last).toBe(true);
  });

  it.each([
    ['2026-11-10', '2026-11-09', 'from'],
    ['1990-01-01', '2026-11-09', 'to'],
  ])('is refused from %s to %s, naming %s', (from, to, named) => {
    expect(() => schoolWeeks(from, to)).toThrow(InvalidInput);
    expect(() => schoolWeeks(from, to)).toThrow(new RegExp(`^${named} `));
  });

  it('holds every school day of the period, and is whole only where it holds no other, but at the ends of terms', () => {
    fc.assert(
      fc.property(day, fc.nat(400), (from, length) => {
        const to = daysAfter(from, length);
        const { first, last, whole } = schoolWeeks(from, to);
        const asked = Array.from({ length: length + 1 }, (_, at) => daysAfter(from, at));
        const schoolDays = asked.filter((on) => weekday(on) > 0 && weekday(on) < 6);
        expect(weekday(first)).toBe(1);
        expect(weekday(last)).toBe(1);
        const ofTerm = /-(09-01|01-01|04-01)$/.test(from) || /-(12-31|03-31|08-31)$/.test(to);
        if (ofTerm) return;
        expect(schoolDays.every((on) => first <= on && on <= daysAfter(last, 4))).toBe(true);
        const others = [first, daysAfter(last, 4)].some((on) => schoolDays.length > 0 && !asked.includes(on));
        if (schoolDays.length > 0) expect(whole).toBe(!others);
      }),
    );
  });

  it('parts every year into its terms, which are whole and follow each other', () => {
    for (let year = 2015; year < 2035; year += 1) {
      const name = `${String(year)}/${String((year + 1) % 100).padStart(2, '0')}`;
      const terms = ['Autumn', 'Spring', 'Summer'].map((term) => daysOfTerm(`${name} ${term}`));
      const weeks = terms.flatMap((term) => (term ? [schoolWeeks(term.from, term.to)] : []));
      expect(weeks.map(areWholeTerms)).toEqual([true, true, true]);
      expect(weeks.map(({ whole }) => whole)).toEqual([true, true, true]);
      expect(weeks.slice(1).map(({ first }) => daysAfter(first, -7))).toEqual(
        weeks.slice(0, 2).map(({ last }) => last),
      );
      const all = schoolWeeks(terms[0]?.from ?? '', terms[2]?.to ?? '');
      expect(all).toEqual({ first: weeks[0]?.first, last: weeks[2]?.last, whole: true });
      expect(termsOf(all).map(({ from }) => from)).toEqual(weeks.map(({ first }) => first));
      expect(areWholeTerms({ ...all, last: daysAfter(all.last, -7) })).toBe(false);
    }
  });
});
