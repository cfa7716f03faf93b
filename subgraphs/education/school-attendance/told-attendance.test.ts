import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toldAttendance } from './told-attendance.js';

const school = (over: Partial<Parameters<typeof toldAttendance>[0]> = {}) => ({
  ...{ children: 412, possible: 61_803, attended: 57_002, persistent: 98, severe: 12, phase: 'Primary' },
  beside: { schools: 0, possible: 0, attended: 0 },
  ...over,
});
const nothing = {
  ...{ children: null, possible: null, attended: null, attendancePercent: null },
  ...{ persistentlyAbsent: null, severelyAbsent: null, suppressed: true },
};

describe('the attendance of a school as it is told', () => {
  it('is exact to who leads the school, however few', () => {
    expect(toldAttendance(school(), 'OWN_SCHOOL')).toEqual({
      ...{ children: 412, possible: 61_803, attended: 57_002, attendancePercent: 92.2318 },
      ...{ persistentlyAbsent: 98, severelyAbsent: 12, suppressed: false },
    });
    const one = school({ children: 1, possible: 0, attended: 0, persistent: 1, severe: 1 });
    expect(toldAttendance(one, 'OWN_SCHOOL')).toMatchObject({
      children: 1,
      attendancePercent: null,
      severelyAbsent: 1,
    });
  });

  it('is nothing where the figures answered nothing', () => {
    for (const entitled of ['OWN_SCHOOL', 'SUPPRESSED', 'WHOLE'] as const)
      expect(toldAttendance(undefined, entitled)).toEqual(nothing);
  });

  it('is rounded to others, and the percentage from the rounded numbers', () => {
    expect(toldAttendance(school(), 'SUPPRESSED')).toEqual({
      ...{ children: 410, possible: 61_805, attended: 57_000, attendancePercent: 92.2 },
      ...{ persistentlyAbsent: 100, severelyAbsent: 10, suppressed: false },
    });
  });

  it('is to others nothing of few, and of a part nothing where it or the rest are few; none is none', () => {
    const few = (count: number): boolean => count > 0 && count < 8;
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (children, some, more) => {
        const [severe, persistent] = [Math.min(some, children), Math.min(more, children)];
        const told = toldAttendance(school({ children, persistent, severe }), 'SUPPRESSED');
        expect(told.children === null).toBe(few(children));
        if (few(children)) {
          expect(told).toEqual(nothing);
          return;
        }
        for (const [count, shown] of [
          [persistent, told.persistentlyAbsent],
          [severe, told.severelyAbsent],
        ] as const)
          expect(shown === null).toBe(few(count) || few(children - count));
        expect(told.suppressed).toBe(told.persistentlyAbsent === null || told.severelyAbsent === null);
        expect(told.children === 0).toBe(children === 0);
      }),
    );
  });
});
