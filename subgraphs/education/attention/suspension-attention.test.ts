import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exclusionRuns } from '../suspension/exclusion-runs.js';
import { sixthDayDuties } from '../suspension/sixth-day.js';
import { calendar, dayAt, suspended, suspensions } from '../suspension/suspended.test-support.js';
import { SuspensionCategory } from '../suspension/suspension-category.js';
import { type Around, suspensionAttention } from './suspension-attention.js';

const { LUNCHTIME, PERMANENT } = SuspensionCategory;

/** Every weekday is a school day. */
const around: Around = {
  isSchoolDay: (_urn, day) => ![0, 6].includes(new Date(day).getUTCDay()),
  isOfSchoolAge: () => true,
  nextRollAfter: () => null,
};
const told = (of: Parameters<typeof suspensionAttention>[0], otherwise: Partial<Around> = {}) =>
  suspensionAttention(of, { ...around, ...otherwise }).map(({ kind, from, until }) => [kind, from, until]);
const facts = (of: Parameters<typeof suspensionAttention>[0]) =>
  suspensionAttention(of, around).map(({ fact }) => fact);

describe('what of suspensions needs attention', () => {
  it('is each while it lasts, over weekends too; no lunchtime, and none that was never served', () => {
    const one = suspended({ startedOn: '2026-09-17', sessions: 6 });
    expect(told([one])).toEqual([['SUSPENSION', '2026-09-17', '2026-09-22']]);
    expect(facts([one])).toEqual(['Suspended from 17 September 2026, for 3 school days.']);
    expect(told([suspended({ category: LUNCHTIME, sessions: null, lunchtimes: 4 })])).toEqual([]);
    expect(told([{ ...one, cancelledOn: '2026-09-17', served: 0 }])).toEqual([]);
    expect(told([{ ...one, cancelledOn: '2026-09-18', served: 2 }])).toEqual([
      ['SUSPENSION', '2026-09-17', '2026-09-18'],
    ]);
  });

  it('is provision that is due on the sixth day, until it is in place or the pupil is back', () => {
    const one = suspended({ startedOn: '2026-09-14', sessions: 16 });
    expect(told([one])).toContainEqual(['SIXTH_DAY_WITHOUT_PROVISION', '2026-09-21', '2026-09-24']);
    expect(told([{ ...one, provisionOn: '2026-09-22' }])).toContainEqual([
      ...['SIXTH_DAY_WITHOUT_PROVISION', '2026-09-21', '2026-09-22'],
    ]);
    expect(told([{ ...one, provisionOn: '2026-09-21' }]).map(([kind]) => kind)).toEqual(['SUSPENSION']);
    expect(told([one], { isOfSchoolAge: () => false }).map(([kind]) => kind)).toEqual(['SUSPENSION']);
    expect(facts([one])[1]).toBe(
      'Full-time education was due from the school by 21 September 2026, the sixth school day out of school; none is known to be in place.',
    );
  });

  it('is a permanent exclusion until another school has the child', () => {
    const one = suspended({ category: PERMANENT, startedOn: '2026-09-14', session: null, sessions: null });
    expect(told([one])).toEqual([
      ['SUSPENSION', '2026-09-14', null],
      ['SIXTH_DAY_WITHOUT_PROVISION', '2026-09-21', null],
    ]);
    expect(told([one], { nextRollAfter: () => '2026-10-05' })).toEqual([
      ['SUSPENSION', '2026-09-14', '2026-10-05'],
      ['SIXTH_DAY_WITHOUT_PROVISION', '2026-09-21', '2026-10-05'],
    ]);
    expect(told([{ ...one, cancelledOn: '2026-09-16' }])).toEqual([['SUSPENSION', '2026-09-14', '2026-09-16']]);
  });

  it('is a year near its 45 days, from the suspension that brings it there to the end of the year', () => {
    const days = (startedOn: string, count: number) => suspended({ startedOn, sessions: 2 * count });
    const near = (...of: ReturnType<typeof suspended>[]) => told(of).filter(([kind]) => kind === 'NEAR_45_DAYS');
    const first = days('2026-09-14', 20);
    expect(near(first, days('2026-11-02', 19))).toEqual([]);
    expect(near(days('2026-11-02', 20), first)).toEqual([['NEAR_45_DAYS', '2026-11-02', '2027-09-01']]);
    expect(near(first, days('2026-11-02', 20), days('2027-01-11', 1))).toEqual([
      ['NEAR_45_DAYS', '2026-11-02', '2027-09-01'],
    ]);
  });

  it('owes on exactly the days from a due day on which the run still lasts and nothing is in place', () => {
    const days = Array.from({ length: 300 }, (_, at) => dayAt(at));
    fc.assert(
      fc.property(calendar, suspensions, (isSchoolDay, drawn) => {
        const schools = drawn.filter(({ category }) => category !== PERMANENT);
        const owed = suspensionAttention(schools, { ...around, isSchoolDay });
        const standing = owed.filter(({ kind }) => kind === 'SIXTH_DAY_WITHOUT_PROVISION');
        const runs = exclusionRuns(schools, isSchoolDay);
        const duties = sixthDayDuties(schools, isSchoolDay, '');
        const slowly = (day: string): boolean =>
          duties.some(({ of, dueOn, inPlaceOn }) => {
            const last = runs.find((run) => run.suspensions.includes(of))?.days.at(-1) ?? '';
            return dueOn <= day && day <= last && (inPlaceOn === null || day < inPlaceOn);
          });
        expect(days.filter((day) => standing.some(({ from, until }) => from <= day && day < (until ?? '9')))).toEqual(
          days.filter(slowly),
        );
      }),
      { numRuns: 40 },
    );
  });
});
