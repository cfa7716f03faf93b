import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inOneHalfTerm } from './half-term.js';

const urn = '900001';
const day = (at: number): string => new Date(Date.UTC(2026, 8, 7 + at)).toISOString().slice(0, 10);
const isWeekend = (on: string): boolean => [0, 6].includes(new Date(on).getUTCDay());

/** What is known of each of 110 days from Monday 7 September 2026, in blocks, so that whole weeks are alike often. */
const known = fc
  .array(fc.tuple(fc.constantFrom(true, false, null), fc.integer({ min: 1, max: 12 })), {
    minLength: 30,
    maxLength: 30,
  })
  .map((blocks) => {
    const days = blocks.flatMap(([open, length]) => Array.from({ length }, () => open));
    const of = new Map(days.map((open, at) => [day(at), open]));
    return (_: string, on: string): boolean | null => (isWeekend(on) ? false : (of.get(on) ?? null));
  });

describe('a half-term', () => {
  it('ends with a week in which the school was closed throughout', () => {
    fc.assert(
      fc.property(known, fc.nat(100), fc.nat(60), (isOpen, at, after) => {
        const [first, second] = [day(at), day(at + after)];
        // Slowly: the weeks that begin after the first day's, one by one, up to the second's.
        const monday = at - (at % 7) + 7;
        const weeks: (boolean | null)[][] = [];
        for (let from = monday; from + 7 <= at + after - ((at + after) % 7) + 0; from += 7)
          weeks.push([0, 1, 2, 3, 4].map((more) => isOpen(urn, day(from + more))));
        const closed = weeks.some((week) => week.every((open) => open === false));
        const unknown = weeks.some((week) => !week.includes(true) && week.includes(null));
        const months = [first, second].map((on) =>
          on.slice(5) < '04' ? 'Spring' : on.slice(5) < '09' ? 'Summer' : 'Autumn',
        );
        expect(inOneHalfTerm(urn, first, second, isOpen)).toBe(!closed && (!unknown || months[0] === months[1]));
      }),
    );
  });

  it('lasts over a weekend and over single days on which the school was closed', () => {
    const mostly = (_: string, on: string): boolean => !isWeekend(on) && on !== '2026-09-14';
    expect(inOneHalfTerm(urn, '2026-09-11', '2026-10-19', mostly)).toBe(true);
    const holiday = (_: string, on: string): boolean => mostly(_, on) && (on < '2026-10-26' || on > '2026-10-30');
    expect(inOneHalfTerm(urn, '2026-10-23', '2026-11-02', holiday)).toBe(false);
  });
});
