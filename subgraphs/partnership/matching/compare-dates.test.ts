import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { compareDates } from './compare-dates.js';
import { type KnownDate, knownDate } from './known.js';

const swapped = (text: string, at: number): string =>
  `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}`;

/** Every text that is one slip from a date, written out: slow and obvious. Not all of them are dates. */
function slipsOf(date: Temporal.PlainDate): ReadonlySet<string> {
  const eight = date.toString().replaceAll('-', '');
  const places = [0, 1, 2, 3, 4, 5, 6, 7];
  return new Set([
    ...[-1, 1].map((days) => date.add({ days }).toString().replaceAll('-', '')),
    `${eight.slice(0, 4)}${eight.slice(6)}${eight.slice(4, 6)}`,
    ...places.flatMap((at) =>
      Array.from({ length: 10 }, (_, digit) => `${eight.slice(0, at)}${String(digit)}${eight.slice(at + 1)}`),
    ),
    ...places.slice(0, 7).map((at) => swapped(eight, at)),
  ]);
}

interface Day {
  readonly eight: string;
  readonly known: KnownDate;
  readonly slips: ReadonlySet<string>;
}

const dayOf = (date: Temporal.PlainDate): Day => ({
  eight: date.toString().replaceAll('-', ''),
  known: knownDate(date.toString()),
  slips: slipsOf(date),
});

function oracle(a: Day, b: Day): number {
  if (a.eight === b.eight) return 1;
  if (a.slips.has(b.eight)) return 2;
  const same = [a.known.year === b.known.year, a.known.month === b.known.month, a.known.day === b.known.day];
  return same.filter(Boolean).length === 2 ? 3 : 4;
}

const from = (start: string, days: number): Day[] =>
  Array.from({ length: days }, (_, add) => dayOf(Temporal.PlainDate.from(start).add({ days: add })));

/** Pairs of days where the two disagree, or where the order of the two matters. */
function wrong(days: readonly Day[], others: readonly Day[]): string[] {
  return days.flatMap((a) =>
    others.flatMap((b) => {
      const level = oracle(a, b);
      const right = compareDates(a.known, b.known) === level && compareDates(b.known, a.known) === level;
      return right ? [] : [`${a.eight} ${b.eight} is ${String(level)}`];
    }),
  );
}

const anyDay = fc.nat(60 * 366).map((days) => Temporal.PlainDate.from('1985-01-01').add({ days }));

describe('how alike two dates of birth are', () => {
  it.each([
    ['the same', '2014-05-06', '2014-05-06', 1],
    ['day and month the wrong way round', '2014-05-06', '2014-06-05', 2],
    ['one digit wrong', '2014-05-06', '2014-05-16', 2],
    ['one digit of the year wrong', '2014-05-06', '2004-05-06', 2],
    ['two neighbouring digits swapped', '2014-05-12', '2014-05-21', 2],
    ['two neighbouring digits of the year swapped', '2012-05-06', '2021-05-06', 2],
    ['the day before', '2014-05-01', '2014-04-30', 2],
    ['the day after at the end of a year', '2013-12-31', '2014-01-01', 2],
    ['the day after 28 February in an ordinary year', '2013-02-28', '2013-03-01', 2],
    ['the day after 29 February', '2012-02-29', '2012-03-01', 2],
    ['another day of the same month', '2014-05-06', '2014-05-29', 3],
    ['another month of the same year and day', '2014-05-06', '2014-12-06', 3],
    ['two digits of the year wrong', '2014-05-06', '2009-05-06', 3],
    ['nothing the same', '2014-05-06', '2009-11-30', 4],
    ['only the year the same', '2014-05-06', '2014-11-30', 4],
  ] as const)('%s: %s and %s', (_what, one, other, level) => {
    expect(compareDates(knownDate(one), knownDate(other))).toBe(level);
    expect(compareDates(knownDate(other), knownDate(one))).toBe(level);
  });

  it('is nothing where either is not known', () => {
    const none = knownDate(null);
    expect(compareDates(none, knownDate('2014-05-06'))).toBe(0);
    expect(compareDates(knownDate('2014-05-06'), none)).toBe(0);
    expect(compareDates(none, none)).toBe(0);
  });

  it('is what the slow way says, for every two days of a year and its ends', () => {
    const days = from('2012-12-20', 390);
    expect(days.flatMap((day, at) => wrong([day], days.slice(at)))).toEqual([]);
  });

  it('is what the slow way says around the end of February, leap years and others', () => {
    const ends = [2000, 2011, 2012, 2013, 2016].map((year) => from(`${String(year)}-02-25`, 10));
    expect(wrong(ends.flat(), ends.flat())).toEqual([]);
  });

  it('is what the slow way says for any two days of sixty years', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(wrong([dayOf(one)], [dayOf(other)])).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is one slip for every slip of a day that is a day again', () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        const day = dayOf(one);
        const again = [...day.slips].flatMap((eight) => {
          const text = `${eight.slice(0, 4)}-${eight.slice(4, 6)}-${eight.slice(6)}`;
          try {
            return eight === day.eight || eight.startsWith('0000') ? [] : [Temporal.PlainDate.from(text)];
          } catch {
            return [];
          }
        });
        expect(again.filter((other) => compareDates(day.known, knownDate(other.toString())) !== 2)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
