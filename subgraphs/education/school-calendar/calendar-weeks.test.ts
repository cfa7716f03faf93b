import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { SchoolDays } from '../../../platform/code-sets/school-days.js';
import { isBankHoliday } from '../../../platform/code-sets/working-days.js';
import { CALENDAR_KINDS, type CalendarSpan } from './calendar-span.js';
import { calendarWeeks, isGap } from './calendar-weeks.js';

const FIRST = Temporal.PlainDate.from('2026-03-02');
const DAYS = 300;
const all = Array.from({ length: DAYS }, (_, days) => days);
const days = all.map((at) => FIRST.add({ days: at }).toString());
const day = (at: number): string => days[at] ?? '';
const span = (kind: CalendarSpan['kind'], from: string, until = from): CalendarSpan => ({ kind, from, until });
const daysOf = (spans: readonly CalendarSpan[]): SchoolDays =>
  new SchoolDays(calendarWeeks(spans).map((week) => ({ ...week, urn: 'any', markedDays: null })));

/** Slow and obvious: a list of days struck through one by one. */
function oracle(spans: readonly CalendarSpan[], on: number): boolean | null {
  const inTerm = all.filter((at) =>
    spans.some(({ kind, from, until }) => kind === 'TERM' && day(at) >= from && day(at) <= until),
  );
  const before = Math.max(...inTerm.filter((at) => at <= on));
  const after = Math.min(...inTerm.filter((at) => at >= on));
  if (!Number.isFinite(before) || !Number.isFinite(after) || after - before > 56) return null;
  const shut = spans.some(({ kind, from, until }) => kind !== 'TERM' && day(on) >= from && day(on) <= until);
  return before === on && !shut && isBankHoliday(day(on)) === false;
}

describe('a calendar week by week', () => {
  it('speaks of the days of its terms and the holidays between them, and no others', () => {
    const spans = fc.array(
      fc
        .record({
          kind: fc.constantFrom(...CALENDAR_KINDS),
          from: fc.integer({ min: 0, max: 220 }),
          length: fc.integer({ min: 0, max: 40 }),
        })
        .map(({ kind, from, length }) => span(kind, day(from), day(from + length))),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: DAYS - 1 }), (given, on) => {
        const weekend = on % 7 > 4;
        expect(daysOf(given).isSchoolDay('any', day(on))).toBe(weekend ? false : oracle(given, on));
      }),
      { numRuns: 500 },
    );
  });

  it('has no bank holiday, no half-term and no INSET day as a school day', () => {
    const open = daysOf([
      span('TERM', '2026-04-13', '2026-07-21'),
      span('CLOSED', '2026-05-25', '2026-05-29'),
      span('INSET', '2026-07-20'),
    ]);
    const shut = ['2026-05-04', '2026-05-25', '2026-05-29', '2026-07-20'];
    for (const on of shut) expect([on, open.isSchoolDay('any', on)]).toEqual([on, false]);
    const attended = ['2026-05-05', '2026-05-22', '2026-06-01', '2026-07-17', '2026-07-21'];
    for (const on of attended) expect([on, open.isSchoolDay('any', on)]).toEqual([on, true]);
    expect(open.isSchoolDay('any', '2026-07-22')).toBeNull();
  });

  it('does not take a term that is missing for a holiday', () => {
    const open = daysOf([span('TERM', '2026-01-05', '2026-02-13'), span('TERM', '2026-04-13', '2026-07-21')]);
    expect(open.isSchoolDay('any', '2026-03-02')).toBeNull();
    expect(open.isSchoolDay('any', '2026-04-13')).toBe(true);
  });

  it('takes 56 days from the last of a term to the first of the next for the longest holiday', () => {
    const last = Temporal.PlainDate.from('2026-07-21');
    expect([56, 57].map((days) => isGap('2026-07-21', last.add({ days }).toString()))).toEqual([false, true]);
  });

  it('does not speak of years whose bank holidays are not held', () => {
    expect(daysOf([span('TERM', '2028-12-27', '2029-01-12')]).isSchoolDay('any', '2029-01-03')).toBeNull();
  });
});
