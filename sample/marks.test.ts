import { describe, expect, it } from '@jest/globals';
import { schoolsFor, type School } from './area.js';
import { academicYearOf } from './calendar.js';
import type { AttendancePattern, Enrolment } from './child.js';
import { marksOf } from './marks.js';
import { Random } from './random.js';
import { daysSuspended } from './suspension.js';

const year = academicYearOf('2026-11-20');
const [school] = schoolsFor(0) as readonly [School];

function marks(pattern: AttendancePattern, more: Partial<Enrolment> = {}) {
  const enrolment: Enrolment = { school, ncYear: '5', status: 'C', from: '2021-09-01', until: null, pattern, ...more };
  return [...marksOf(enrolment, year, new Random('test'))];
}

describe('registers', () => {
  it('run over weekdays from 1 September to the as-at date', () => {
    const days = marks({ absence: 0.1 });
    expect(days[0]?.date).toBe('2026-09-01');
    expect(days.at(-1)?.date).toBe('2026-11-20');
    expect(days).toHaveLength(59);
  });

  it('show half term, 26 to 30 October 2026, and nothing else as closed', () => {
    const closed = marks({ absence: 0.5 }).filter((day) => day.am === '#' || day.pm === '#');
    expect(closed.map((day) => day.date)).toEqual([
      '2026-10-26',
      '2026-10-27',
      '2026-10-28',
      '2026-10-29',
      '2026-10-30',
    ]);
  });

  it('belong to the academic year that holds the as-at date, and stop for the summer', () => {
    const summer = academicYearOf('2026-08-10');
    expect(summer.startsOn).toBe('2025-09-01');
    expect(summer.days.at(-1)?.date).toBe('2026-07-21');
  });

  it('miss an even share of sessions to the nearest one', () => {
    const codes = marks({ absence: 0.12, even: true }).flatMap(({ am, pm }) => [am, pm]);
    const possible = codes.filter((code) => code !== '#');
    expect(possible).toHaveLength(108);
    expect(possible.filter((code) => !['/', '\\'].includes(code))).toHaveLength(13);
  });

  it('hold only the days on roll, half-open', () => {
    const days = marks({ absence: 0 }, { from: '2026-09-14', until: '2026-09-16' }).map((day) => day.date);
    expect(days).toEqual(['2026-09-14', '2026-09-15']);
  });

  it('show a suspension as E for its school days, over half term too', () => {
    const days = marks({ absence: 0, even: true, suspensions: [daysSuspended('2026-10-22', 3, ['DB'])] });
    const suspended = days.filter((day) => day.am === 'E' && day.pm === 'E').map((day) => day.date);
    expect(suspended).toEqual(['2026-10-22', '2026-10-23', '2026-11-02']);
  });

  it('show a part-time timetable as C2 in the afternoon, another school as D, nursery afternoons as X', () => {
    const open = (pattern: AttendancePattern) => marks({ ...pattern, even: true }).filter((day) => day.am !== '#');
    const partTime = open({ absence: 0, partTime: { from: '2026-11-02', until: null } });
    expect(partTime.filter((day) => day.pm === 'C2').map((day) => day.date)[0]).toBe('2026-11-02');
    expect(open({ absence: 0, elsewhereFrom: '2026-09-01' }).every((day) => day.am === 'D' && day.pm === 'D')).toBe(
      true,
    );
    expect(open({ absence: 0, mornings: true }).every((day) => day.am === '/' && day.pm === 'X')).toBe(true);
  });

  it('leave N only on the newest days: a reason must be found within five school days', () => {
    const newest = year.days.slice(-4).map((day) => day.date);
    const unexplained = marks({ absence: 0.9 }).filter((day) => day.am === 'N');
    expect(unexplained.every((day) => newest.includes(day.date))).toBe(true);
  });
});
