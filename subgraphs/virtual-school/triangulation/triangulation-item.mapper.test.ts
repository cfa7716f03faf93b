import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { AttendanceWeekState } from '../../../platform/vocabulary/attendance-week-state.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { schoolDaysSince } from './school-days-since.js';
import { type Around, toItem } from './triangulation-item.mapper.js';
import { weekState } from './week-state.js';
import { mondaysUntil } from './weeks-before.js';
import type { ListedWeek } from './weekly-list.repository.js';

const week = '2026-11-16';
const childId = '7d9c0a52-6c3e-4d5e-9a54-0b1f6d3c2e11';

const row: ListedWeek = {
  childId,
  status: SocialCareStatus.CHILD_PROTECTION,
  schoolUrn: '900002',
  team: 'South',
  ...{ possible: 8, attended: 3, authorised: 0, unauthorised: 5, late: 0 },
  lastAttendedOn: '2026-11-17',
  alerts: [],
  alertCount: 0,
};
const around: Around = {
  mondays: mondaysUntil(week, 8),
  today: '2026-11-22',
  weeks: [
    { childId, weekBeginning: '2026-11-09', possible: 10, attended: 5, partTime: 0, schoolDays: 31 },
    { childId, weekBeginning: week, possible: 8, attended: 3, partTime: 0, schoolDays: 15 },
  ],
  schoolWeeks: [
    { urn: '900002', weekBeginning: '2026-10-26', schoolDays: 0 },
    { urn: '900002', weekBeginning: '2026-11-02', schoolDays: 31 },
    // The Friday was a day for training.
    { urn: '900002', weekBeginning: week, schoolDays: 15 },
  ],
};

describe('an item of the weekly list', () => {
  it('tells eight weeks, and a week that nobody told of is not zero', () => {
    const { trend, thisWeek, lastAttendedOn, schoolDaysSinceAttended } = toItem(row, around);
    expect(trend.map(({ state, attendancePercent }) => [state, attendancePercent])).toEqual([
      ['NOT_RECEIVED', null],
      ['NOT_RECEIVED', null],
      ['NOT_RECEIVED', null],
      ['NOT_RECEIVED', null],
      ['CLOSED', null],
      ['NOT_RECEIVED', null],
      ['OPEN', 50],
      ['OPEN', 37.5],
    ]);
    expect(thisWeek).toMatchObject({ from: week, to: '2026-11-22', possible: 8, attended: 3, attendancePercent: 37.5 });
    expect({ lastAttendedOn, schoolDaysSinceAttended }).toEqual({
      lastAttendedOn: '2026-11-17',
      schoolDaysSinceAttended: 2,
    });
  });

  it('has no week where no mark of the child was received, and no day of last week’s in it', () => {
    const nobody = { ...row, possible: 0, attended: 0, unauthorised: 0, lastAttendedOn: null };
    const told = toItem(nobody, { ...around, weeks: [] });
    expect([told.thisWeek, told.schoolDaysSinceAttended]).toEqual([null, null]);
    expect(toItem(row, { ...around, schoolWeeks: around.schoolWeeks.slice(0, 2) }).schoolDaysSinceAttended).toBeNull();
    const before = toItem({ ...row, lastAttendedOn: '2026-11-13' }, around);
    expect(before.thisWeek?.lastAttendedOn).toBeNull();
    expect(before.lastAttendedOn).toBe('2026-11-13');
  });

  it('tells each alert in a sentence with its figures', () => {
    const alerts = [
      { kind: 'UNEXPLAINED', since: '2026-11-16' },
      { kind: 'DROP', since: '2026-11-16' },
      { kind: 'PART_TIME', since: '2026-11-16' },
      { kind: 'SUSPENSION', since: '2026-11-17' },
      { kind: 'SCHOOL_MOVE', since: '2026-11-16' },
      { kind: 'WORKER_CHANGE', since: '2026-11-18' },
    ] as const;
    const weeks = around.weeks.map((one) => ({ ...one, partTime: 4 }));
    expect(toItem({ ...row, alerts: [...alerts] }, { ...around, weeks }).alerts.map(({ fact }) => fact)).toEqual([
      'Absent with no reason given yet on two school days running, the first of them 16 November 2026.',
      'Attended 3 of 8 sessions; 5 of 10 over the four weeks before.',
      'On a part-time timetable for 4 sessions of the week.',
      'Suspended or permanently excluded from 17 November 2026.',
      'Joined another school on 16 November 2026.',
      'Came to another worker on 18 November 2026.',
    ]);
  });
});

describe('school days since a child was last in', () => {
  it('agree with a count day by day', () => {
    const start = Temporal.PlainDate.from('2026-09-07');
    const day = (at: number): string => start.add({ days: at }).toString();
    fc.assert(
      fc.property(fc.array(fc.nat(31), { minLength: 6, maxLength: 6 }), fc.nat(41), fc.nat(41), (bits, last, to) => {
        const weeks = bits.map((schoolDays, at) => ({ weekBeginning: day(at * 7), schoolDays }));
        let count = 0;
        for (let at = last + 1; at <= to; at += 1) {
          const weekday = at % 7;
          if (weekday < 5 && ((bits[Math.floor(at / 7)] ?? 0) >> weekday) % 2 === 1) count += 1;
        }
        expect(schoolDaysSince(day(last), day(to), weeks)).toBe(count);
      }),
    );
  });
});

describe('what is known of a week', () => {
  it.each([
    [{ possible: 8 }, 31, 'OPEN'],
    [{ possible: 8 }, null, 'OPEN'],
    [{ possible: 0 }, 31, 'OPEN'],
    [{ possible: 0 }, 0, 'CLOSED'],
    [{ possible: 0 }, null, 'CLOSED'],
    [null, 0, 'CLOSED'],
    [null, 31, 'NOT_RECEIVED'],
    [null, null, 'NOT_RECEIVED'],
  ] as const)('of %j, the school’s days %s: %s', (own, schoolDays, state) => {
    expect(weekState(own, schoolDays)).toBe(AttendanceWeekState[state]);
  });
});
