import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { codeSet } from '../../../platform/code-sets/code-set.js';
import type { SchoolRegister } from '../../../platform/code-sets/sessions.js';
import type { Attendance } from '../../../platform/vocabulary/attendance.js';
import { attendanceWhile } from './attribution.js';

const counts = z.record(z.string(), z.unknown());
const { temporalAttribution: golden } = codeSet(
  'golden_cases',
  z.object({
    temporalAttribution: z.object({
      cpp: z.object({ start: z.string(), end: z.string() }),
      sessions: z.array(z.object({ date: z.string(), session: z.enum(['AM', 'PM']), code: z.string() })),
      expectWhileOnCPP: counts,
      expectWholeWindow: counts,
    }),
  }),
);

const MONDAYS = ['2025-03-03', '2025-03-10'];
const goldenWeeks: SchoolRegister[] = MONDAYS.map((weekBeginning, index) => ({
  ...{ weekBeginning, schoolUrn: '900001', onRoll: null },
  codes: golden.sessions.slice(index * 10, index * 10 + 10).map(({ code }) => code),
}));
const WINDOW = { from: '2025-03-03', to: '2025-03-14' };

const asPublished = (made: Attendance) => ({
  possible: made.possible,
  attended: made.attended,
  absent: made.authorisedAbsence + made.unauthorisedAbsence,
  authorised: made.authorisedAbsence,
  unauthorised: made.unauthorisedAbsence,
  attendancePct: made.attendancePercent,
  persistent: made.persistentlyAbsent,
  severe: made.severelyAbsent,
});

const day = (days: number): string => Temporal.PlainDate.from('2025-03-01').add({ days }).toString();

describe('attendance while a status was held', () => {
  it('agrees with the published case: a protection plan of one week of two', () => {
    const plan = [{ from: golden.cpp.start, until: golden.cpp.end }];
    expect(asPublished(attendanceWhile(goldenWeeks, plan, WINDOW))).toEqual(golden.expectWhileOnCPP);
    const throughout = [{ from: golden.cpp.start, until: null }];
    expect(asPublished(attendanceWhile(goldenWeeks, throughout, WINDOW))).toEqual(golden.expectWholeWindow);
  });

  it('leaves out the day a status ended and keeps the day it began', () => {
    const { weeks, possible } = attendanceWhile(goldenWeeks, [{ from: '2025-03-05', until: '2025-03-06' }], WINDOW);
    expect(possible).toBe(2);
    expect(weeks.flatMap(({ marks }) => marks.map(({ on }) => on))).toEqual(['2025-03-05', '2025-03-05']);
  });

  it('has no rate where the status was not held on any of the days', () => {
    const none = { possible: 0, attendancePercent: null, persistentlyAbsent: null, lastAttendedOn: null, weeks: [] };
    expect(attendanceWhile(goldenWeeks, [], WINDOW)).toMatchObject(none);
    expect(attendanceWhile(goldenWeeks, [{ from: '2025-03-15', until: null }], WINDOW)).toMatchObject(none);
  });

  it('counts each session as asking it by itself does, once however many intervals hold it', () => {
    const offset = fc.integer({ min: 0, max: 16 });
    const interval = fc.record({ from: offset, until: fc.option(offset) });
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 5 }), offset, offset, (raw, from, to) => {
        const held = raw.map((one) => ({ from: day(one.from), until: one.until === null ? null : day(one.until) }));
        const slow = golden.sessions.filter(
          ({ date }) =>
            date >= day(from) &&
            date <= day(to) &&
            held.some((one) => one.from <= date && (one.until === null || date < one.until)),
        );
        const made = attendanceWhile(goldenWeeks, held, { from: day(from), to: day(to) });
        expect(made.possible).toBe(slow.length);
        expect(made.unauthorisedAbsence).toBe(slow.filter(({ code }) => code === 'O').length);
        expect(made.weeks.flatMap(({ marks }) => marks.map(({ on, code }) => [on, code]))).toEqual(
          slow.map(({ date, code }) => [date, code]),
        );
      }),
    );
  });
});
