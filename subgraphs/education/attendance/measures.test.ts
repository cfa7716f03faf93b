import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ATTENDANCE_CODES, attendanceCode } from '../../../platform/code-sets/attendance-codes.js';
import { codeSet } from '../../../platform/code-sets/code-set.js';
import { packWeek } from '../../../platform/code-sets/marks.js';
import { attendanceOf } from './measures.js';
import type { PackedWeek } from './packed-week.js';

const MONDAY = Temporal.PlainDate.from('2025-09-01');
const YEAR = { from: '2025-09-01', to: '2026-08-31' };

/** One code after another from Monday morning on, over as many weeks as it takes. */
function register(codes: readonly (string | null)[], monday = MONDAY, schoolUrn = '900001'): PackedWeek[] {
  const weeks = Math.ceil(codes.length / 10);
  return Array.from({ length: weeks }, (_, week) => ({
    weekBeginning: monday.add({ weeks: week }).toString(),
    marks: packWeek(codes.slice(week * 10, week * 10 + 10)),
    onRoll: null,
    schoolUrn,
  }));
}

const { attendance: golden } = codeSet(
  'golden_cases',
  z.object({
    attendance: z.array(
      z.object({ sessions: z.record(z.string(), z.number()), expect: z.record(z.string(), z.unknown()) }),
    ),
  }),
);

/** Every code in force on a day of YEAR, by what the published set says it counts as. */
const current = [...ATTENDANCE_CODES.values()].filter((entry) => entry.validTo === null);

/** Slow and obvious: asks every single session of every week what it is. */
function oracle(weeks: readonly (string | null)[][], from: string, to: string) {
  const sums = new Map<string, number>();
  let late = 0;
  let lastAttendedOn: string | null = null;
  weeks.flat().forEach((code, index) => {
    const on = MONDAY.add({ weeks: Math.floor(index / 10), days: Math.floor((index % 10) / 2) }).toString();
    if (code === null || on < from || on > to) return;
    const category: string = attendanceCode(code, on)?.category ?? 'none';
    sums.set(category, (sums.get(category) ?? 0) + 1);
    if (code === 'L') late += 1;
    if (['PRESENT', 'APPROVED_EDUCATIONAL_ACTIVITY'].includes(category)) lastAttendedOn = on;
  });
  const sum = (category: string): number => sums.get(category) ?? 0;
  const attended = sum('PRESENT') + sum('APPROVED_EDUCATIONAL_ACTIVITY');
  const authorisedAbsence = sum('AUTHORISED_ABSENCE');
  const unauthorisedAbsence = sum('UNAUTHORISED_ABSENCE');
  const possible = attended + authorisedAbsence + unauthorisedAbsence;
  return { possible, attended, authorisedAbsence, unauthorisedAbsence, late, lastAttendedOn };
}

describe('attendance', () => {
  it.each(golden)('agrees with the published case $sessions', ({ sessions, expect: expected }) => {
    const codes = Object.entries(sessions).flatMap(([code, count]) => new Array<string>(count).fill(code));
    const made = attendanceOf(register(codes), YEAR);
    expect({
      possible: made.possible,
      attended: made.attended,
      absent: made.authorisedAbsence + made.unauthorisedAbsence,
      authorised: made.authorisedAbsence,
      unauthorised: made.unauthorisedAbsence,
      attendancePct: made.attendancePercent,
      persistent: made.persistentlyAbsent,
      severe: made.severelyAbsent,
    }).toEqual(expected);
  });

  it('counts as a slow reading of each session does, whatever the codes and days', () => {
    const week = fc.array(fc.constantFrom(null, ...current.map(({ code }) => code)), { minLength: 10, maxLength: 10 });
    const day = fc.integer({ min: 0, max: 30 }).map((days) => MONDAY.add({ days }).toString());
    fc.assert(
      fc.property(fc.array(week, { maxLength: 4 }), day, day, (weeks, from, to) => {
        const made = attendanceOf(register(weeks.flat()), { from, to });
        expect(made).toMatchObject(oracle(weeks, from, to));
        expect(made.possible).toBe(made.attended + made.authorisedAbsence + made.unauthorisedAbsence);
        expect(made.weeks.reduce((sum, { possible }) => sum + possible, 0)).toBe(made.possible);
        expect(made.weeks.reduce((sum, { attended }) => sum + attended, 0)).toBe(made.attended);
        expect(made.severelyAbsent === true && made.persistentlyAbsent !== true).toBe(false);
      }),
    );
  });

  it('has no rate where nothing was possible, and says so with null, never 0', () => {
    expect(attendanceOf([], YEAR)).toEqual({
      ...YEAR,
      possible: 0,
      attended: 0,
      authorisedAbsence: 0,
      unauthorisedAbsence: 0,
      late: 0,
      attendancePercent: null,
      persistentlyAbsent: null,
      severelyAbsent: null,
      lastAttendedOn: null,
      weeks: [],
    });
  });

  it('calls one absence in ten persistent and one in two severe, and a session less neither', () => {
    const share = (absent: number, possible: number) =>
      attendanceOf(
        register([...new Array<string>(absent).fill('O'), ...new Array<string>(possible - absent).fill('/')]),
        YEAR,
      );
    expect(share(1, 10).persistentlyAbsent).toBe(true);
    expect(share(1, 11).persistentlyAbsent).toBe(false);
    expect(share(5, 10).severelyAbsent).toBe(true);
    expect(share(5, 11).severelyAbsent).toBe(false);
  });

  it('shows the marks of a week in order with their published meaning, and leaves out sessions without a mark', () => {
    expect(attendanceOf(register([null, 'L', 'I']), YEAR).weeks).toEqual([
      {
        weekBeginning: '2025-09-01',
        state: 'OPEN',
        possible: 2,
        attended: 1,
        authorisedAbsence: 1,
        unauthorisedAbsence: 0,
        marks: [
          {
            on: '2025-09-01',
            session: 'PM',
            code: 'L',
            meaning: 'Late arrival before register closes',
            category: 'PRESENT',
          },
          {
            on: '2025-09-02',
            session: 'AM',
            code: 'I',
            meaning: 'Illness (not medical or dental appointment)',
            category: 'AUTHORISED_ABSENCE',
          },
        ],
      },
    ]);
  });

  it('tells a week in which the school was closed all along from one in which the child could attend nothing', () => {
    const closed = new Array<string>(10).fill('#');
    const excused = ['#', '#', ...new Array<string>(8).fill('X')];
    const { weeks } = attendanceOf(register([...closed, ...excused]), YEAR);
    expect(weeks.map(({ state, possible }) => [state, possible])).toEqual([
      ['CLOSED', 0],
      ['OPEN', 0],
    ]);
  });

  it('says on which day a child last attended, a visit counting and illness not', () => {
    expect(attendanceOf(register(['/', '\\', 'I', 'V', 'O', 'D']), YEAR).lastAttendedOn).toBe('2025-09-02');
  });

  it.each(['in order', 'reversed'])(
    'counts a session that two schools marked once, D giving way (rows %s)',
    (order) => {
      const main = register(['D', 'D', '/', '\\']);
      const other = register(['/', 'O', 'D', null]);
      const weeks = order === 'reversed' ? [...other, ...main] : [...main, ...other];
      const made = attendanceOf(weeks, YEAR);
      expect(made).toMatchObject({ possible: 4, attended: 3, unauthorisedAbsence: 1 });
      expect(made.weeks).toHaveLength(1);
      expect(made.weeks[0]?.marks.map(({ code }) => code)).toEqual(['/', 'O', '/', '\\']);
    },
  );

  it('adds the halves of a week in which a child changed school', () => {
    const made = attendanceOf([...register([null, null, null, null, '/', '\\']), ...register(['/', 'O'])], YEAR);
    expect(made).toMatchObject({ possible: 4, attended: 3 });
  });

  it('counts an interview before and after 19 August 2024 as the rules of the day do', () => {
    const old = attendanceOf(register(['J'], Temporal.PlainDate.from('2024-07-15')), {
      from: '2023-09-01',
      to: '2024-08-31',
    });
    expect(old).toMatchObject({ attended: 1, authorisedAbsence: 0 });
    expect(attendanceOf(register(['J1']), YEAR)).toMatchObject({ attended: 0, authorisedAbsence: 1 });
    expect(() => attendanceOf(register(['J']), YEAR)).toThrow('no meaning on its day');
  });
});

describe('attendance of a child who died', () => {
  it('counts the sessions up to that day and none after it, as if no others had been marked', () => {
    const codes = fc.array(fc.option(fc.constantFrom('/', 'O', 'I', 'L')), { minLength: 1, maxLength: 40 });
    const day = fc.integer({ min: -3, max: 30 }).map((days) => MONDAY.add({ days }).toString());
    fc.assert(
      fc.property(codes, day, (marked, diedOn) => {
        const until = marked.map((code, index) => {
          const on = MONDAY.add({ weeks: Math.floor(index / 10), days: Math.floor((index % 10) / 2) }).toString();
          return on <= diedOn ? code : null;
        });
        expect(attendanceOf(register(marked), YEAR, diedOn)).toEqual(attendanceOf(register(until), YEAR));
      }),
    );
  });
});
