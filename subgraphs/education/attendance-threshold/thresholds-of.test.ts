import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyChild, dayAt, registered, school, weeksFrom } from './marked.test-support.js';
import { AttendanceThresholdKind as Kind } from './threshold-kind.js';
import { type AsAt, type Marked, thresholdsOf } from './thresholds-of.js';

const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay());
const mondayBefore = (day: string): string => {
  const date = new Date(day);
  return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
};

/** Slowly and obviously: every calendar day, with the sessions of it that could be attended. */
function slowDays(text: string, on: string): { day: string; codes: string }[] {
  return Array.from({ length: 7 * 60 }, (_, at) => ({
    day: dayAt(at),
    codes: at % 7 < 5 ? text.slice(10 * Math.floor(at / 7) + 2 * (at % 7)).slice(0, 2) : '',
  }))
    .filter(({ day }) => day <= on)
    .map(({ day, codes }) => ({ day, codes: codes.replaceAll(/[.#D]/g, '') }));
}

const unauthorised = (codes: string): number => codes.replaceAll(/[^GNOU]/g, '').length;

/** Day by day: how many of the ten latest weeks that had school by then were missed, and since when it is ten in a row. */
function slowTenWeeks(days: ReturnType<typeof slowDays>, isOpen: (day: string) => boolean) {
  let [since, count]: [string | null, number] = [null, 0];
  let from = '';
  for (const [at, { day }] of days.entries()) {
    const before = days.slice(0, at + 1);
    const mondays = new Set(
      before.filter((one) => one.codes !== '' || isOpen(one.day)).map((one) => mondayBefore(one.day)),
    );
    from = [...mondays].sort().slice(-10)[0] ?? mondayBefore(day);
    count = before.filter((one) => one.day >= from).reduce((sum, one) => sum + unauthorised(one.codes), 0);
    since = count < 10 ? null : (since ?? day);
  }
  return count === 0 ? null : { count, from, reachedOn: since };
}

/** A letter a day; the runs are what a pattern finds. */
function slowRun(
  days: ReturnType<typeof slowDays>,
  limit: number,
  yearFrom: string,
  isOne: (codes: string) => boolean,
) {
  const possible = days.filter(({ codes }) => codes !== '');
  const letters = possible.map(({ codes }) => (isOne(codes) ? 'x' : '-')).join('');
  const found = [...letters.matchAll(/x+/g)]
    .map(({ index, 0: run }) => possible.slice(index, index + run.length).map(({ day }) => day))
    .filter((run) => (run.at(-1) ?? '') >= yearFrom);
  const long = found.filter((run) => run.length >= limit).at(-1);
  const told = long ?? (letters.endsWith('x') ? found.at(-1) : undefined);
  return told ? { count: told.length, from: told[0], to: told.at(-1), reachedOn: told[limit - 1] ?? null } : null;
}

const always = () => true;
const asAt = (on: string, over: Partial<AsAt> = {}): AsAt => ({
  on,
  isSchoolDay: (_, day) => isWeekday(day),
  isOfSchoolAge: always,
  ...over,
});
const told = (marked: Partial<Marked>, over: AsAt, kind: Kind) =>
  thresholdsOf({ weeks: [], diedOn: null, ...marked }, over).find((one) => one.kind === kind) ?? null;

const yearOf = (on: string): string => (on < '2026-09-01' ? '2025-09-01' : '2026-09-01');

describe('thresholds of attendance', () => {
  it('are what counting day by day comes to', () => {
    fc.assert(
      fc.property(anyChild, ({ marks, closed, unknown, at }) => {
        const on = dayAt(at);
        const isOpen = (day: string): boolean | null =>
          unknown.has(day) || day < dayAt(0) ? null : isWeekday(day) && !closed.has(day);
        const days = slowDays(marks, on);
        const marked = { weeks: weeksFrom(marks) };
        const when = asAt(on, { isSchoolDay: (_, day) => isOpen(day) });
        const shown = (kind: Kind) => told(marked, when, kind);
        const year = yearOf(on);

        const weeks = slowTenWeeks(days, (day) => isOpen(day) === true);
        const inWeeks = shown(Kind.TEN_SESSIONS_UNAUTHORISED);
        expect(inWeeks && { count: inWeeks.count, from: inWeeks.from, reachedOn: inWeeks.reachedOn }).toEqual(weeks);
        for (const [kind, limit, isOne] of [
          [Kind.TEN_DAYS_UNAUTHORISED, 10, (codes: string) => unauthorised(codes) === codes.length],
          [Kind.TWO_DAYS_UNEXPLAINED, 2, (codes: string) => codes.includes('N')],
        ] as const) {
          const run = shown(kind);
          expect(run && { count: run.count, from: run.from, to: run.to, reachedOn: run.reachedOn }).toEqual(
            slowRun(days, limit, year, isOne),
          );
        }
        const ill = days.filter(({ day, codes }) => day >= year && codes.includes('I')).map(({ day }) => day);
        const illness = shown(Kind.FIFTEEN_DAYS_ILL);
        expect(illness && [illness.count, illness.reachedOn]).toEqual(
          ill.length === 0 ? null : [ill.length, ill[14] ?? null],
        );
      }),
      { numRuns: 25 },
    );
  });

  it('count a half day of illness as a day, and a half day attended as no day of absence', () => {
    const halves = [0, 1, 2].map((week) => registered(week, '+I+I+I+I+I'));
    expect(told({ weeks: halves }, asAt(dayAt(18)), Kind.FIFTEEN_DAYS_ILL)).toMatchObject({
      count: 15,
      reachedOn: dayAt(18),
    });
    const mostly = [registered(0, 'OOOOOOOOOO'), registered(1, 'OOOOOOOOOU'), registered(2, 'O+........')];
    expect(told({ weeks: mostly.slice(0, 2) }, asAt(dayAt(11)), Kind.TEN_DAYS_UNAUTHORISED)).toMatchObject({
      ...{ count: 10, from: dayAt(0), to: dayAt(11), reachedOn: dayAt(11) },
    });
    const broken = [registered(0, 'OOOOOOOOOO'), registered(1, 'OOOO+OOOOO')];
    expect(told({ weeks: broken }, asAt(dayAt(11)), Kind.TEN_DAYS_UNAUTHORISED)).toMatchObject({
      ...{ count: 2, reachedOn: null },
    });
    const excused = [registered(0, 'OOOOOOOOOO'), registered(1, 'OOOOIOOOOO')];
    expect(told({ weeks: excused }, asAt(dayAt(11)), Kind.TEN_DAYS_UNAUTHORISED)).toMatchObject({ count: 2 });
  });

  it('run on over holidays and closures, and tell a run that came to the limit though the child is back', () => {
    const weeks = [
      registered(0, 'OOOOOOOOOO'),
      registered(1, '##########'),
      registered(3, 'OOOO##DDOO'),
      registered(4, 'OOOOOO++++'),
    ];
    expect(told({ weeks }, asAt(dayAt(33)), Kind.TEN_DAYS_UNAUTHORISED)).toMatchObject({
      ...{ count: 11, from: dayAt(0), to: dayAt(30), reachedOn: dayAt(29), unmarkedDays: 5 },
    });
  });

  it('count by the school whose mark prevailed, a session once', () => {
    const unit = '900002';
    const weeks = [
      registered(0, 'OOOODDDDOO', { onRoll: [{ from: '2025-09-01', until: null, main: true }] }),
      registered(0, 'DDDDOO+ODD', { schoolUrn: unit, onRoll: [{ from: '2025-09-01', until: null, main: false }] }),
    ];
    const counts = thresholdsOf({ weeks, diedOn: null }, asAt(dayAt(4)))
      .filter(({ kind }) => kind === Kind.TEN_SESSIONS_UNAUTHORISED)
      .map(({ urn, count }) => [urn, count]);
    expect(counts).toEqual([
      [school, 6],
      [unit, 3],
    ]);
  });

  it('leave out marks off the roll, days beyond compulsory schooling, and a child who died', () => {
    const weeks = [registered(0, 'OOOOOOOOOO', { onRoll: [{ from: dayAt(2), until: dayAt(4), main: true }] })];
    const kinds = (marked: Partial<Marked>, when: AsAt) =>
      thresholdsOf({ weeks, diedOn: null, ...marked }, when).map(({ kind, count }) => [kind, count]);
    expect(kinds({}, asAt(dayAt(4)))).toEqual([
      [Kind.TEN_SESSIONS_UNAUTHORISED, 4],
      [Kind.TEN_DAYS_UNAUTHORISED, 2],
    ]);
    const unexplained = { weeks: [registered(0, 'NNNNIIIIOO')] };
    expect(kinds(unexplained, asAt(dayAt(4), { isOfSchoolAge: () => false }))).toEqual([
      [Kind.TWO_DAYS_UNEXPLAINED, 2],
    ]);
    expect(kinds({ diedOn: dayAt(4) }, asAt(dayAt(4)))).toEqual([]);
  });

  it('tell how many school days on the roll no mark is held of', () => {
    const weeks = [registered(0, 'OO....OO++', { onRoll: [{ from: dayAt(0), until: null, main: true }] })];
    const shown = told(
      { weeks },
      asAt(dayAt(4), { isSchoolDay: (_, day) => day !== dayAt(1) && isWeekday(day) }),
      Kind.TEN_SESSIONS_UNAUTHORISED,
    );
    expect(shown).toMatchObject({ count: 4, unmarkedDays: 1 });
  });
});
