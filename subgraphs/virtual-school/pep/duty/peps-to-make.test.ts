import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { academicTerm } from '../../../../platform/code-sets/academic-term.js';
import { workingDaysAfter } from '../../../../platform/code-sets/working-days.js';
import type { HeldInterval } from '../../cohort/held-interval.js';
import { pepsToMake, type PepToMake } from './peps-to-make.js';

const BORN = '2015-02-11';
const addDays = (on: string, days: number): string => Temporal.PlainDate.from(on).add({ days }).toString();
const termsOf = (plans: readonly PepToMake[]): string[] => plans.map(({ term }) => term);

describe('the plans to be made of a child who becomes looked after', () => {
  it('begin with one initiated within ten working days, and ready for the first review at twenty', () => {
    expect(pepsToMake([{ from: '2026-11-02', until: null }], BORN)[0]).toEqual({
      term: '2026/27 Autumn',
      begunTerm: null,
      initiateBy: '2026-11-16',
      dueOn: '2026-11-30',
      from: '2026-11-02',
      until: '2033-09-01',
    });
  });

  it('count no bank holiday, and belong to the term of the first review', () => {
    // Christmas Day, the day kept for Boxing Day, and New Year’s Day.
    expect(pepsToMake([{ from: '2026-12-10', until: null }], BORN)[0]).toMatchObject({
      term: '2026/27 Spring',
      begunTerm: '2026/27 Autumn',
      initiateBy: '2026-12-24',
      dueOn: '2027-01-12',
    });
  });

  it('go on once a term, by its last day, until care ends', () => {
    const plans = pepsToMake([{ from: '2026-02-02', until: '2027-01-05' }], BORN);
    expect(plans.map(({ term, dueOn, from, until }) => [term, dueOn, from, until])).toEqual([
      ['2025/26 Spring', '2026-03-02', '2026-02-02', '2027-01-05'],
      ['2025/26 Summer', '2026-08-31', '2026-04-01', '2027-01-05'],
      ['2026/27 Autumn', '2026-12-31', '2026-09-01', '2027-01-05'],
      ['2026/27 Spring', '2027-03-31', '2027-01-01', '2027-01-05'],
    ]);
  });

  it('begin anew when a child returns to care, also within a term', () => {
    const plans = pepsToMake(
      [
        { from: '2026-09-01', until: '2026-10-01' },
        { from: '2026-11-02', until: '2026-12-01' },
      ],
      BORN,
    );
    expect(plans).toMatchObject([{ term: '2026/27 Autumn', dueOn: '2026-11-30', initiateBy: '2026-11-16' }]);
  });

  it('are those of school age: from the third birthday to the end of the school year of the eighteenth', () => {
    const [young] = pepsToMake([{ from: '2026-09-07', until: null }], '2023-11-20');
    expect(young).toMatchObject({ initiateBy: null, dueOn: '2026-12-31', from: '2026-11-20' });
    const last = pepsToMake([{ from: '2024-01-08', until: null }], '2009-01-15').at(-1);
    expect(last).toMatchObject({ term: '2026/27 Summer', until: '2027-09-01' });
    expect(pepsToMake([{ from: '2026-09-07', until: '2026-11-20' }], '2023-11-20')).toEqual([]);
    expect(pepsToMake([{ from: '2027-09-01', until: null }], '2009-01-15')).toEqual([]);
  });

  it('are made of a child whose birthday is not known, and of one whose care began before bank holidays are held', () => {
    expect(termsOf(pepsToMake([{ from: '2026-11-02', until: null }], null))).toHaveLength(3 * 19);
    expect(pepsToMake([{ from: '1999-11-01', until: '2000-02-01' }], '1990-05-01')).toMatchObject([
      { term: '1999/00 Autumn', initiateBy: null },
      { term: '1999/00 Spring', initiateBy: null },
    ]);
  });

  it('agree with a reading of every day', () => {
    const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2022-01-01', days));
    const anyCare = fc
      .uniqueArray(anyDay, { minLength: 1, maxLength: 5 })
      .map((days) => [...days].sort())
      .map((days) =>
        days.flatMap((from, at): HeldInterval[] => (at % 2 === 0 ? [{ from, until: days[at + 1] ?? null }] : [])),
      );
    const anyBirth = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2001-01-01', days));
    fc.assert(
      fc.property(anyCare, anyBirth, (care, born) => {
        expect(pepsToMake(care, born)).toEqual(dayByDay(care, born));
      }),
      { numRuns: 60 },
    );
  });
});

// Every day from 2001 on, with its term and the last day of it.
const calendar = Array.from({ length: 16_500 }, (_, n) => addDays('2001-01-01', n)).map((on) => ({
  on,
  term: academicTerm(on),
}));
const lastOfTerm = new Map(calendar.map(({ on, term }) => [term, on]));

/** The rule read off every day of every period: what is to be made on it. */
function dayByDay(care: readonly HeldInterval[], born: string): PepToMake[] {
  // Years of days written alike: the birthday of 29 February is 1 March of other years, since it is past then.
  const ageOn = (on: string): number =>
    Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0);
  const schoolYearOf = (on: string): number => Number(academicTerm(on).slice(0, 4));
  const turnsEighteenIn = schoolYearOf(`${String(Number(born.slice(0, 4)) + 18)}${born.slice(4)}`);
  const plans = new Map<string, PepToMake>();
  for (const { from, until } of care) {
    const held = calendar.filter(({ on }) => from <= on && (until === null || on < until));
    const days = held.filter(({ on }) => ageOn(on) >= 3 && Number(academicTerm(on).slice(0, 4)) <= turnsEighteenIn);
    const ended = addDays(days.at(-1)?.on ?? from, 1);
    const isFirst = days[0]?.on === from;
    const ready = workingDaysAfter(from, 20);
    if (isFirst) {
      const [term, begun] = [academicTerm(ready), academicTerm(from)];
      const initiateBy = workingDaysAfter(from, 10);
      plans.set(term, { term, begunTerm: begun === term ? null : begun, initiateBy, dueOn: ready, from, until: ended });
    }
    const own = new Set<string>();
    for (const { on, term } of days) {
      const dueOn = lastOfTerm.get(term) ?? '';
      if (own.has(term) || (isFirst && dueOn <= (lastOfTerm.get(academicTerm(ready)) ?? ''))) continue;
      own.add(term);
      plans.set(term, { term, begunTerm: null, initiateBy: null, dueOn, from: on, until: ended });
    }
  }
  return [...plans.values()];
}
