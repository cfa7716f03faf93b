import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type KnownSchoolWeek, SchoolDays } from './school-days.js';

const URN = '900001';
const FIRST = Temporal.PlainDate.from('2026-08-31');
const DAYS = Array.from({ length: 70 }, (_, days) => FIRST.add({ days }).toString());
const day = (days: number): string => DAYS[days] ?? '';
const week = (weeks: number, known: Partial<KnownSchoolWeek>): KnownSchoolWeek => ({
  ...{ urn: URN, weekBeginning: day(7 * weeks), calendarDays: 0, openDays: 0, markedDays: null },
  ...known,
});
const WEEKS = 8;

/** Slow and obvious: a bit is looked at, day by day, in a list of all that is known. */
function oracle(weeks: readonly KnownSchoolWeek[], days: number): boolean | null {
  const weekday = days % 7;
  if (weekday > 4) return false;
  const bit = (bits: number, at: number): boolean => Math.floor(bits / 2 ** at) % 2 === 1;
  const of = (at: number) => weeks.find(({ weekBeginning }) => weekBeginning === day(at - (at % 7)));
  const own = of(days);
  if (own && bit(own.calendarDays, weekday)) return bit(own.openDays, weekday);
  const marked = Array.from({ length: WEEKS * 7 }, (_, at) => at).filter((at) => {
    const one = of(at);
    const marks = one?.markedDays ?? null;
    return at % 7 <= 4 && marks !== null && (marks === 0 || bit(marks, at % 7));
  });
  if (marked.length === 0 || days < Math.min(...marked) || days > Math.max(...marked)) return null;
  return bit(own?.markedDays ?? 0, weekday);
}

const bits = fc.integer({ min: 0, max: 31 });
const known = fc
  .uniqueArray(
    fc.record({
      at: fc.integer({ min: 0, max: WEEKS - 1 }),
      calendarDays: fc.oneof(fc.constant(31), fc.constant(0), bits),
      openDays: bits,
      markedDays: fc.option(bits),
    }),
    { selector: ({ at }) => at },
  )
  .map((weeks) => weeks.map(({ at, openDays, ...of }) => week(at, { ...of, openDays: openDays & of.calendarDays })));
const anyDay = fc.integer({ min: 0, max: WEEKS * 7 - 1 });

describe('the school days of a school', () => {
  it('are those that its calendar has it open on, and where it does not speak those with a mark', () => {
    fc.assert(
      fc.property(known, anyDay, (weeks, on) => {
        expect(new SchoolDays(weeks).isSchoolDay(URN, day(on))).toBe(oracle(weeks, on));
      }),
    );
  });

  it('are not known of a school of which nothing is held, and are no others’', () => {
    const days = new SchoolDays([week(0, { calendarDays: 31, openDays: 31 })]);
    expect(days.isSchoolDay('900002', day(0))).toBeNull();
    expect(days.isSchoolDay('900002', day(5))).toBe(false);
    expect(days.isSchoolDay(URN, day(0))).toBe(true);
  });
});
