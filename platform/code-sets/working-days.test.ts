import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { codeSet } from './code-set.js';
import { bankHolidaysBetween, workingDaysAfter } from './working-days.js';

const { holidays } = codeSet(
  'bank_holidays',
  z.object({ holidays: z.array(z.object({ on: z.string(), name: z.string() })) }),
);
const held = holidays.map(({ on }) => on);
const day = (year: number, month: number, date: number) => Temporal.PlainDate.from({ year, month, day: date });
const mondayOnOrAfter = (on: Temporal.PlainDate) => on.add({ days: (8 - on.dayOfWeek) % 7 });

/** Western Easter by the Gregorian computus as J. M. Oudin gives it: another road than the file's own. */
function easter(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moon = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const full = moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  return day(year, 3, 28).add({ days: full - weekday });
}

/** What the Act gives a year to which no proclamation gave another day. */
function byTheAct(year: number): string[] {
  const days = [
    day(year, 1, 1),
    easter(year).subtract({ days: 2 }),
    easter(year).add({ days: 1 }),
    mondayOnOrAfter(day(year, 5, 1)),
    mondayOnOrAfter(day(year, 5, 25)),
    mondayOnOrAfter(day(year, 8, 25)),
    day(year, 12, 25),
    day(year, 12, 26),
  ];
  const taken = new Set(days.filter(({ dayOfWeek }) => dayOfWeek < 6).map(String));
  for (const weekend of days.filter(({ dayOfWeek }) => dayOfWeek >= 6)) {
    let next = weekend;
    while (next.dayOfWeek >= 6 || taken.has(next.toString())) next = next.add({ days: 1 });
    taken.add(next.toString());
  }
  return [...taken].sort();
}

// Years whose days a proclamation moved or added to: those taken away, and those put in.
const PROCLAIMED: Readonly<Record<number, { readonly away: string[]; readonly put: string[] }>> = {
  2002: { away: ['2002-05-27'], put: ['2002-06-03', '2002-06-04'] },
  2011: { away: [], put: ['2011-04-29'] },
  2012: { away: ['2012-05-28'], put: ['2012-06-04', '2012-06-05'] },
  2020: { away: ['2020-05-04'], put: ['2020-05-08'] },
  2022: { away: ['2022-05-30'], put: ['2022-06-02', '2022-06-03', '2022-09-19'] },
  2023: { away: [], put: ['2023-05-08'] },
};

describe('the bank holidays of England', () => {
  it.each(Array.from({ length: 29 }, (_, index) => 2000 + index))(
    'of %i are those of the Act and its proclamations',
    (year) => {
      const { away, put } = PROCLAIMED[year] ?? { away: [], put: [] };
      const expected = [...byTheAct(year).filter((on) => !away.includes(on)), ...put].sort();
      expect(held.filter((on) => on.startsWith(String(year)))).toEqual(expected);
    },
  );
});

describe('the bank holidays between two days', () => {
  it('are those of both days and of every day between', () => {
    expect(bankHolidaysBetween('2026-04-03', '2026-05-04')).toEqual(['2026-04-03', '2026-04-06', '2026-05-04']);
    expect(bankHolidaysBetween('2026-04-07', '2026-05-03')).toEqual([]);
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-02', 10, '2026-11-16'],
    ['2026-11-02', 20, '2026-11-30'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2027-12-24', 2, '2027-12-30'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-11-28', 0, '2026-11-28'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2000-01-01', 1, '2000-01-04'],
  ])('after %s, %i of them, it is %s', (from, count, on) => {
    expect(workingDaysAfter(from, count)).toBe(on);
  });

  it('agree with a count of the days between, and end on a working day', () => {
    const anyDay = fc.integer({ min: 0, max: 10_000 }).map((days) => day(2000, 1, 1).add({ days }));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const end = Temporal.PlainDate.from(workingDaysAfter(from.toString(), count));
        const between = Array.from({ length: from.until(end).days }, (_, index) => from.add({ days: index + 1 }));
        const worked = between.filter((on) => on.dayOfWeek < 6 && !held.includes(on.toString()));
        expect(worked).toHaveLength(count);
        expect(worked.at(-1)?.equals(end)).toBe(true);
      }),
    );
  });

  it.each([
    ['1999-12-31', 1],
    ['2028-12-29', 1],
    ['2026-11-02', -1],
    ['2026-11-02', 1.5],
  ])('are not guessed from %s, %d on', (from, count) => {
    expect(() => workingDaysAfter(from, count)).toThrow();
  });
});
