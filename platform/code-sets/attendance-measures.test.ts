import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { attendanceCode } from './attendance-codes.js';
import { measureAttendance } from './attendance-measures.js';
import type { SchoolRegister } from './sessions.js';

const day = (days: number): string => Temporal.PlainDate.from('2026-11-02').add({ days }).toString();
const all = { from: day(0), to: day(27) };
const [one, other] = ['900001', '900002'];
const since = (from: string, main = true) => [{ from, until: null, main }];
const register = (codes: string, over: Partial<SchoolRegister> = {}): SchoolRegister => ({
  weekBeginning: day(0),
  schoolUrn: one,
  onRoll: null,
  codes: Array.from(codes, (code) => (code === '.' ? null : code)),
  ...over,
});

describe('a session that two schools marked', () => {
  const late = register('LL', { onRoll: since('2026-09-01') });
  const marked = (main: boolean) => register('/P', { schoolUrn: other, onRoll: since('2026-09-01', main) });

  it.each(['as given', 'reversed'])('is what the main school marked, where both saw the child (%s)', (how) => {
    const given = [late, marked(false)];
    const made = measureAttendance(how === 'reversed' ? given.toReversed() : given, all);
    expect(made).toMatchObject({ possible: 2, attended: 2, late: 2 });
    expect(made.weeks[0]?.marks.map(({ code }) => code)).toEqual(['L', 'L']);
  });

  it('is that of the main school on its own day, of two such of the lower number', () => {
    const elsewhere = { ...late, onRoll: since('2026-09-01', false) };
    expect(measureAttendance([elsewhere, marked(true)], all).late).toBe(0);
    expect(measureAttendance([marked(true), late], all).late).toBe(2);
    expect(
      measureAttendance([{ ...late, onRoll: [...since(day(7)), ...since(day(0), false)] }, marked(true)], all).late,
    ).toBe(0);
  });
});

describe('a week in which nothing was marked', () => {
  const states = (registers: readonly SchoolRegister[], days = all, counts?: (on: string) => boolean) =>
    measureAttendance(registers, days, counts).weeks.map(({ weekBeginning, state }) => [weekBeginning, state]);
  const silent = (schoolDays: number, over: Partial<SchoolRegister> = {}) =>
    register('', { onRoll: since('2026-09-01'), schoolDays, ...over });

  it('was not received, if the school was open, and is no zero in any figure', () => {
    const made = measureAttendance([silent(31), register('/\\', { weekBeginning: day(7) })], all);
    expect(made).toMatchObject({ possible: 2, attended: 2, attendancePercent: 100 });
    expect(made.weeks).toEqual([
      {
        ...{ weekBeginning: day(0), state: 'NOT_RECEIVED', marks: [] },
        ...{ possible: 0, attended: 0, authorisedAbsence: 0, unauthorisedAbsence: 0 },
      },
      expect.objectContaining({ weekBeginning: day(7), state: 'OPEN' }),
    ]);
  });

  it('is not there where the school is not known to have been open, or marked nobody', () => {
    expect(states([silent(0), register('')])).toEqual([]);
  });

  it('is told by whatever else the child’s schools marked in it', () => {
    expect(states([silent(31), register('##', { schoolUrn: other })])).toEqual([[day(0), 'CLOSED']]);
    expect(states([silent(31), register('D.', { schoolUrn: other })])).toEqual([[day(0), 'OPEN']]);
  });

  it('is one of a day asked for, on the roll, and the school open on it', () => {
    const friday = 16;
    const slow = (days: number, from: number, to: number, entry: number, left: number | null, never: number): boolean =>
      [0, 1, 2, 3, 4].some(
        (at) =>
          Math.floor(days / 2 ** at) % 2 === 1 &&
          at >= from &&
          at <= to &&
          at >= entry &&
          (left === null || at < left) &&
          at !== never,
      );
    const at = fc.integer({ min: -1, max: 6 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 * friday - 1 }),
        at,
        at,
        at,
        fc.option(at),
        at,
        (days, from, to, entry, left, never) => {
          const onRoll = [{ from: day(entry), until: left === null ? null : day(left), main: true }];
          const found = states([silent(days, { onRoll })], { from: day(from), to: day(to) }, (on) => on !== day(never));
          expect(found).toEqual(slow(days, from, to, entry, left, never) ? [[day(0), 'NOT_RECEIVED']] : []);
        },
      ),
    );
  });
});

describe('sessions of several schools', () => {
  it('are counted as a slow reading of every half of a day counts them, in whatever order registers come', () => {
    const code = fc.constantFrom('/', 'L', 'P', 'I', 'O', 'N', 'D', 'X', '#', '.');
    const spell = fc.record({
      from: fc.integer({ min: -2, max: 8 }),
      length: fc.option(fc.integer({ min: 1, max: 9 })),
      main: fc.boolean(),
    });
    const given = fc.record({
      schoolUrn: fc.constantFrom(one, other, '900003'),
      week: fc.integer({ min: 0, max: 1 }),
      codes: fc.array(code, { minLength: 10, maxLength: 10 }),
      spells: fc.option(fc.array(spell, { maxLength: 2 })),
    });
    const rank = [
      'PRESENT APPROVED_EDUCATIONAL_ACTIVITY',
      'AUTHORISED_ABSENCE',
      'UNAUTHORISED_ABSENCE',
      'NOT_A_POSSIBLE_ATTENDANCE',
      'ADMINISTRATIVE',
    ];
    fc.assert(
      fc.property(fc.array(given, { maxLength: 5 }), (registers) => {
        const whole = registers.map(({ schoolUrn, week, codes, spells }) =>
          register(codes.join(''), {
            ...{ schoolUrn, weekBeginning: day(7 * week) },
            onRoll:
              spells?.map(({ from, length, main }) => ({
                from: day(from),
                until: length === null ? null : day(from + length),
                main,
              })) ?? null,
          }),
        );
        const best: string[] = [];
        for (let half = 0; half < 24; half += 1) {
          const on = day(Math.floor(half / 2));
          const marks = whole.flatMap(({ weekBeginning, schoolUrn, codes, onRoll }) => {
            const slot = [...codes.keys()].find(
              (index) =>
                index % 2 === half % 2 &&
                Temporal.PlainDate.from(weekBeginning)
                  .add({ days: Math.floor(index / 2) })
                  .toString() === on,
            );
            const made = slot === undefined ? null : codes[slot];
            const open = (onRoll ?? []).filter(({ from, until }) => from <= on && (until === null || on < until));
            if (!made || (onRoll !== null && open.length === 0)) return [];
            const category = attendanceCode(made, on)?.category ?? '';
            const main = open.some((had) => had.main) ? 'a' : 'b';
            return [
              `${String(rank.findIndex((words) => words.split(' ').includes(category)))} ${main} ${schoolUrn} ${made} ${on}`,
            ];
          });
          best.push(...marks.sort().slice(0, 1));
        }
        const count = (of: string): number => best.filter((kept) => kept.startsWith(of)).length;
        const made = measureAttendance(whole, all);
        expect(made).toMatchObject({
          attended: count('0'),
          authorisedAbsence: count('1'),
          unauthorisedAbsence: count('2'),
        });
        expect(made.late).toBe(best.filter((kept) => kept.split(' ')[3] === 'L').length);
        expect(made.weeks.flatMap(({ marks }) => marks.map(({ on, code: c }) => `${on} ${c}`))).toEqual(
          best.map((kept) => kept.split(' ').slice(3).reverse().join(' ')),
        );
        expect(measureAttendance(whole.toReversed(), all)).toEqual(made);
      }),
    );
  });
});
