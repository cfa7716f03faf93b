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

  /** Day after day: which weekdays are asked for and on the roll, on which others were marked, on which the calendar has it closed. */
  const slow = (of: Silent): string[] => {
    const weekdays = [0, 1, 2, 3, 4];
    const concerned = weekdays.filter(
      (at) => at >= of.from && at <= of.to && at >= of.entry && (of.left === null || at < of.left) && at !== of.never,
    );
    const closed = weekdays.filter((at) => of.spoken.includes(at) && !of.open.includes(at));
    if (concerned.some((at) => of.marked.includes(at) && !closed.includes(at))) return ['NOT_RECEIVED'];
    return closed.length === 5 && concerned.length > 0 ? ['CLOSED'] : [];
  };
  const at = fc.integer({ min: -1, max: 6 });
  const weekdays = fc.subarray<number>([0, 1, 2, 3, 4]);
  const someSilence = fc.record({
    ...{ from: at, to: at, entry: at, left: fc.option(at), never: at, marked: weekdays, open: weekdays },
    spoken: fc.oneof(weekdays, fc.constant<number[]>([0, 1, 2, 3, 4])),
  });
  type Silent = typeof someSilence extends fc.Arbitrary<infer One> ? One : never;
  const bits = (days: readonly number[]): number => days.reduce((sum, one) => sum + 2 ** one, 0);

  it('is told by what is known of the days asked for, on the roll, of which the calendar decides', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        someSilence.map((one) => (one.marked.length === 2 ? { ...one, open: [], spoken: [0, 1, 2, 3, 4] } : one)),
        (of) => {
          const onRoll = [{ from: day(of.entry), until: of.left === null ? null : day(of.left), main: true }];
          const calendar = {
            calendarDays: bits(of.spoken),
            openDays: bits(of.open.filter((one) => of.spoken.includes(one))),
          };
          const asked = { from: day(of.from), to: day(of.to) };
          const found = states([silent(bits(of.marked), { onRoll, ...calendar })], asked, (on) => on !== day(of.never));
          const expected = slow(of);
          expected.forEach((state) => seen.add(state));
          expect(found).toEqual(expected.map((state) => [day(0), state]));
        },
      ),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual(['CLOSED', 'NOT_RECEIVED']);
  });

  it('was not received, if another school of the child was open while one was closed, in whatever order they come', () => {
    const closed = silent(0, { calendarDays: 31, openDays: 0 });
    const open = silent(4, { schoolUrn: other });
    expect(states([closed])).toEqual([[day(0), 'CLOSED']]);
    for (const both of [
      [closed, open],
      [open, closed],
    ])
      expect(states(both)).toEqual([[day(0), 'NOT_RECEIVED']]);
    expect(states([closed, register('/.', { schoolUrn: other })])).toEqual([[day(0), 'OPEN']]);
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
