import { describe, expect, it } from '@jest/globals';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { meetingDay } from './meeting-day.js';

const friday = '2026-11-20';

describe('the day of a meeting', () => {
  it.each([
    ['a Friday', friday, friday],
    ['a Saturday', '2026-11-21', '2026-11-23'],
    ['Christmas Day, whose next day is a bank holiday before a weekend', '2026-12-25', '2026-12-29'],
  ])('is the next on which the school is open where none is given: on %s', (_, today, day) => {
    expect(meetingDay(null, today)).toBe(day);
  });

  it('is one that was given, from today to a year ahead', () => {
    expect(meetingDay(friday, friday)).toBe(friday);
    expect(meetingDay('2026-12-04', friday)).toBe('2026-12-04');
  });

  it.each([
    ['before today', '2026-11-19'],
    ['more than a year ahead', '2027-11-22'],
    ['on a Saturday', '2026-11-21'],
    ['on a Sunday', '2026-11-22'],
    ['on a bank holiday', '2026-12-25'],
  ])('is none %s', (_, day) => {
    expect(() => meetingDay(day, friday)).toThrow(InvalidInput);
    expect(() => meetingDay(day, friday)).toThrow(/^meetingOn must/);
  });
});
