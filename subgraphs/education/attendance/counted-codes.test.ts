import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { packWeek } from '../../../platform/code-sets/marks.js';
import { schoolDays } from '../../../platform/code-sets/register-week.js';
import type { Interval } from '../../../platform/ingest/interval.js';
import { countedCodes } from './counted-codes.js';
import { attendanceOf } from './measures.js';
import type { PackedWeek } from './packed-week.js';

const MONDAY = '2026-09-07';
const day = (days: number): string => Temporal.PlainDate.from(MONDAY).add({ days }).toString();
const monday = (weeks: number): string => day(weeks * 7);
const present = ['/', '\\', '/', '\\', '/', '\\', '/', '\\', '/', '\\'];
const absent = new Array<string>(10).fill('O');
const all = { from: MONDAY, to: day(60) };

const week = (weeks: number, codes: readonly (string | null)[], spells: readonly Interval[] | null): PackedWeek => ({
  schoolUrn: '900001',
  weekBeginning: monday(weeks),
  marks: packWeek(codes),
  onRoll: spells?.map((spell) => ({ ...spell, main: true })) ?? null,
});

describe('the marks of a week that count', () => {
  it('are none of a school that goes on marking after the child has left', () => {
    const until = [{ from: '2025-09-03', until: monday(2) }];
    const weeks = [week(0, present, until), week(1, present, until), week(2, absent, until)];
    expect(attendanceOf(weeks, all)).toMatchObject({ possible: 20, attended: 20, persistentlyAbsent: false });
  });

  it('are none of the days before the child came', () => {
    const from = [{ from: monday(1), until: null }];
    expect(attendanceOf([week(0, absent, from), week(1, present, from)], all)).toMatchObject({
      possible: 10,
      attended: 10,
      weeks: [{ weekBeginning: monday(1) }],
    });
  });

  it('are those of part of a week in which the child came or left: the first day is one, the leaving day is not', () => {
    const spell = [{ from: day(1), until: day(3) }];
    expect(countedCodes(week(0, present, spell))).toEqual([null, null, ...present.slice(2, 6), null, null, null, null]);
  });

  it('are those of both spells of a child who came back, and not of the days between', () => {
    const spells = [
      { from: '2025-09-03', until: day(1) },
      { from: day(4), until: null },
    ];
    expect(countedCodes(week(0, present, spells))).toEqual([
      ...present.slice(0, 2),
      ...[null, null, null, null, null, null],
      ...present.slice(8),
    ]);
  });

  it('are all, where the school is known by its registers alone', () => {
    expect(countedCodes(week(0, absent, null))).toEqual(absent);
  });

  it('are those of days on the roll, as asking each session by itself finds', () => {
    const offset = fc.integer({ min: -3, max: 17 });
    const spell = fc
      .record({ from: offset, length: fc.option(fc.integer({ min: 1, max: 12 })) })
      .map(({ from, length }) => ({ from: day(from), until: length === null ? null : day(from + length) }));
    const code = fc.constantFrom(null, '/', 'L', 'I', 'O', 'X', '#', 'C2', 'Y7');
    const register = fc.record({
      weeks: fc.constantFrom(0, 1),
      codes: fc.array(code, { minLength: 10, maxLength: 10 }),
      onRoll: fc.option(fc.array(spell, { maxLength: 3 })),
    });
    fc.assert(
      fc.property(register, ({ weeks, codes, onRoll }) => {
        const slow = codes.map((one, slot) => {
          const on = schoolDays(monday(weeks))[slot < 2 ? 0 : slot < 4 ? 1 : slot < 6 ? 2 : slot < 8 ? 3 : 4] ?? '';
          const held = onRoll === null || onRoll.some((s) => on >= s.from && !(s.until !== null && on >= s.until));
          return held ? one : null;
        });
        expect(countedCodes(week(weeks, codes, onRoll))).toEqual(slow);
      }),
    );
  });
});
