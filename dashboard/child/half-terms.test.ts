import { describe, expect, it } from '@jest/globals';
import { weeksFrom } from '../words/dates.js';
import { halfTermOf, halfTermsOf, halfTermText, weekText } from './half-terms.js';

const week = (weekBeginning: string, over: object = {}) => ({
  ...{ weekBeginning, state: 'OPEN', possible: 10, attended: 8, authorisedAbsence: 1, unauthorisedAbsence: 1 },
  ...over,
});
const nothing = { possible: 0, attended: 0, authorisedAbsence: 0, unauthorisedAbsence: 0 };

describe('a half term', () => {
  it.each([
    ['2026-08-31', 'Autumn 1, 2026'],
    ['2026-10-19', 'Autumn 1, 2026'],
    ['2026-11-02', 'Autumn 2, 2026'],
    ['2026-12-14', 'Autumn 2, 2026'],
    ['2026-12-28', 'Spring 1, 2027'],
    ['2027-01-04', 'Spring 1, 2027'],
    ['2027-02-08', 'Spring 1, 2027'],
    ['2027-02-22', 'Spring 2, 2027'],
    ['2027-03-22', 'Spring 2, 2027'],
    // Easter Monday is 29 March in 2027, and 21 April in 2025.
    ['2027-04-12', 'Summer 1, 2027'],
    ['2025-04-14', 'Spring 2, 2025'],
    ['2025-04-21', 'Summer 1, 2025'],
    ['2027-06-07', 'Summer 2, 2027'],
    ['2027-07-19', 'Summer 2, 2027'],
  ])('that the week of %s is of is %s', (monday, name) => {
    expect(halfTermOf(monday)).toBe(name);
  });

  it('of every Monday of a century is the last that has begun, Easter counted by Gauss’s rule', () => {
    const day = (year: number, month: number, of: number): string =>
      new Date(Date.UTC(year, month - 1, of)).toISOString().slice(0, 10);
    const easterMonday = (year: number): string => {
      const d = (19 * (year % 19) + 24) % 30;
      const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
      const early = (d === 29 && e === 6) || (d === 28 && e === 6 && year % 19 > 10);
      return day(year, 3, 23 + d + e - (early ? 7 : 0));
    };
    const begun = Array.from({ length: 101 }, (_, at) => 1999 + at).flatMap((year) => [
      ...[
        [`${year}-02-12`, `Spring 2, ${year}`],
        [easterMonday(year), `Summer 1, ${year}`],
      ],
      ...[
        [`${year}-05-25`, `Summer 2, ${year}`],
        [`${year}-08-28`, `Autumn 1, ${year}`],
      ],
      ...[
        [`${year}-10-23`, `Autumn 2, ${year}`],
        [`${year}-12-25`, `Spring 1, ${year + 1}`],
      ],
    ]);
    for (let monday = day(2000, 1, 3); monday < '2099-12-01'; monday = weeksFrom(monday, 1))
      expect(`${monday}: ${halfTermOf(monday)}`).toBe(
        `${monday}: ${begun.findLast(([from = '']) => from <= monday)?.[1] ?? ''}`,
      );
  });

  it('is the sum of its weeks, newest first, and none where the school was closed all through', () => {
    const told = halfTermsOf([
      week('2026-08-17', { state: 'CLOSED', ...nothing }),
      week('2026-09-07'),
      week('2026-11-09'),
      week('2026-11-16', { attended: 6 }),
    ]);
    expect(told.map((one) => [one.name, ...halfTermText(one)])).toEqual([
      ['Autumn 2, 2026', '70%', '14 of 20'],
      ['Autumn 1, 2026', '80%', '8 of 10'],
    ]);
  });

  it('says what was not received, and never that it is nought', () => {
    const missing = week('2026-11-23', { state: 'NOT_RECEIVED', ...nothing });
    expect(halfTermsOf([missing]).map(halfTermText)).toEqual([['Not received', '']]);
    expect(halfTermsOf([week('2026-11-16'), missing]).map(halfTermText)).toEqual([
      ['80%', '8 of 10; 1 week not received'],
    ]);
    expect(halfTermsOf([week('2026-11-16', nothing)]).map(halfTermText)).toEqual([['No session held', '']]);
  });
});

describe('a week', () => {
  it('is counted, or said why it is not', () => {
    expect(weekText(week('2026-11-16'))).toBe('8 of 10; absent: 1 authorised, 1 not authorised');
    expect(weekText(week('2026-11-16', { attended: 10, authorisedAbsence: 0, unauthorisedAbsence: 0 }))).toBe(
      '10 of 10',
    );
    expect(weekText(week('2026-11-16', { state: 'NOT_RECEIVED', ...nothing }))).toBe('Not received');
    expect(weekText(week('2026-11-16', { state: 'CLOSED', ...nothing }))).toBe('School closed');
    expect(weekText(week('2026-11-16', nothing))).toBe('No session held');
  });
});
