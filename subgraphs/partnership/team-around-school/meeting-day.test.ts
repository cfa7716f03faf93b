import { describe, expect, it } from '@jest/globals';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { checkMeetingDay, nextMeetingDay } from './meeting-day.js';

const friday = '2026-11-20';
const none: ReadonlySet<string> = new Set();

describe('the day of a meeting', () => {
  it.each([
    ['a Friday', friday, [], friday],
    ['a Saturday', '2026-11-21', [], '2026-11-23'],
    ['Christmas Day, whose next day is a bank holiday before a weekend', '2026-12-25', [], '2026-12-29'],
    ['a Friday that is an INSET day, before a Monday that is closed', friday, [friday, '2026-11-23'], '2026-11-24'],
  ])('is the next on which the school is open where none is given: on %s', (_, today, closed, day) => {
    expect(nextMeetingDay(today, new Set(closed))).toBe(day);
  });

  it('is not put off by days on which the school is closed later', () => {
    expect(nextMeetingDay(friday, new Set(['2026-11-23']))).toBe(friday);
    expect(nextMeetingDay(friday, none)).toBe(friday);
  });

  it.each([friday, '2026-12-04', '2027-11-19'])('is one that was given, from today to a year ahead: %s', (day) => {
    expect(() => {
      checkMeetingDay(day, friday);
    }).not.toThrow();
  });

  it.each([
    ['before today', '2026-11-19'],
    ['more than a year ahead', '2027-11-22'],
    ['on a Saturday', '2026-11-21'],
    ['on a Sunday', '2026-11-22'],
    ['on a bank holiday', '2026-12-25'],
  ])('is none %s', (_, day) => {
    const check = (): void => {
      checkMeetingDay(day, friday);
    };
    expect(check).toThrow(InvalidInput);
    expect(check).toThrow(/^meetingOn must/);
  });
});
