import { describe, expect, it } from '@jest/globals';
import { SchoolDays } from '../../../platform/code-sets/school-days.js';
import { expectedDays } from './expected-days.js';

const urn = '900001';
// Monday to Wednesday were marked, by registers; the calendar speaks of one week of December, and closes it.
const known = new SchoolDays([
  { urn, weekBeginning: '2026-11-02', calendarDays: 0, openDays: 0, markedDays: 0b00111 },
  { urn, weekBeginning: '2026-12-14', calendarDays: 0b11111, openDays: 0, markedDays: null },
]);
const isSchoolDay = expectedDays(known, '2026-11-20');

describe('the days on which a school is expected to be open', () => {
  it.each([
    ['as its registers tell', '2026-11-03', true],
    ['as its calendar tells, of days to come', '2026-12-15', false],
    ['not known, of a day some time ago', '2026-11-12', null],
    ['taken to be, of these last days', '2026-11-13', true],
    ['taken to be, of a weekday to come', '2027-01-11', true],
    ['not, on a weekend', '2026-11-21', false],
    ['not, on a bank holiday', '2026-12-25', false],
  ])('are %s', (_, on, open) => {
    expect(isSchoolDay(urn, on)).toBe(open);
  });
});
