import { describe, expect, it } from '@jest/globals';
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
