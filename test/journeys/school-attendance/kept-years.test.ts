import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testHub, type TestHub } from '../../support/hub.js';
import { counted, type Held, holds, plusDays, sessionsOf } from '../example-attendance/oracle.js';
import { urns } from './random-area.js';
import { dates, type Registers, registers, standing, write } from './random-registers.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

interface Days {
  readonly from: string;
  readonly to: string;
}
interface Sums {
  readonly attended: number;
  readonly absent: number;
}

const always: Held = { from: '0001-01-01', until: null };
const main = ['CURRENT', 'CURRENT_MAIN'];

/** The children whom the records are of, as the hand-worked examples know one: registers, and when they were on which roll. */
function childrenOf(all: Registers) {
  const { spells, linked, gone } = all;
  const childOf = (record: number): number => (linked.includes(record) ? 0 : record);
  return [0, 1, 2, 3].map((child) => {
    const own = spells
      .map((one, at) => ({ ...one, at }))
      .filter((one) => one.child !== gone && childOf(one.child) === child);
    const enrolments = urns.flatMap((urn) => {
      const here = own.filter((one) => one.urn === urn);
      const rolls = here.filter(({ status }) => status !== 'UNKNOWN');
      if (rolls.length === 0) return here.map(() => ({ urn, status: 'S', ...always }));
      const told = rolls.map(({ days, open, status }) => ({
        ...{
          urn,
          status: main.includes(status) ? 'C' : 'S',
          from: days[0] ?? '',
          until: open ? null : (days[1] ?? ''),
        },
      }));
      return told.sort((a, b) => (a.status < b.status ? -1 : 1));
    });
    const kept = [...standing(all).values()].flatMap(({ spell, week, marks }) => {
      const of = own.find(({ at }) => at === spell);
      return of ? [{ urn: of.urn, week, marks }] : [];
    });
    return { enrolments, registers: kept };
  });
}

/** Where an unbroken time on the roll begins, found by walking back from a day; a roll that has no first day has none. */
function since(enrolments: readonly (Held & { urn: string })[], urn: string, day: string): string {
  const here = enrolments.filter((one) => one.urn === urn);
  if (here.some(({ from }) => from === always.from)) return always.from;
  const before = plusDays(day, -1);
  return here.some((one) => holds(one, before)) ? since(here, urn, before) : day;
}

/** Session by session, for one school, each pupil or each unbroken time of one. */
function byHand(all: Registers, days: Days, byChild: boolean): Sums[] {
  const [urn] = urns;
  return childrenOf(all)
    .flatMap((child) => {
      const merged = sessionsOf(child as unknown as Parameters<typeof sessionsOf>[0], byChild ? undefined : [urn]);
      const own = merged.filter((one) => one.urn === urn && days.from <= one.day && one.day <= days.to);
      const times = own.map(({ day }) => (byChild ? '' : since(child.enrolments, urn, day)));
      return [...new Set(times)].map((time) => counted(own.filter((_, at) => times[at] === time)));
    })
    .filter(({ possible }) => possible > 0)
    .map(({ attended, possible }) => ({ attended, absent: possible - attended }))
    .sort(inOrder);
}

const inOrder = (a: Sums, b: Sums): number => a.attended - b.attended || a.absent - b.absent;

async function kept({ from, to }: Days, byChild: boolean): Promise<Sums[]> {
  const { rows } = await hub.admin.query<Sums>(
    `select attended, absent from education.attendance_at_school($1, $2, $3, $4) where attended + absent > 0`,
    [urns[0], from, to, byChild],
  );
  return rows.sort(inOrder);
}

const day = fc
  .tuple(fc.constantFrom(...dates), fc.integer({ min: -4, max: 4 }))
  .map(([date, days]) => plusDays(date, days));
const period = fc
  .tuple(day, day)
  .map(([one, other]): Days => (one < other ? { from: one, to: other } : { from: other, to: one }));

describe('what is kept of a school year', () => {
  it('adds up to the sessions of the registers as they stand, whichever days are asked for', async () => {
    const seen = { byChild: 0, byEnrolment: 0 };
    await fc.assert(
      fc.asyncProperty(registers, fc.array(period, { minLength: 3, maxLength: 3 }), async (all, periods) => {
        await write(hub.admin, all);
        for (const days of [{ from: '2023-08-01', to: '2026-11-30' }, ...periods])
          for (const byChild of [false, true]) {
            const expected = byHand(all, days, byChild);
            seen[byChild ? 'byChild' : 'byEnrolment'] += expected.length;
            expect([days, byChild, await kept(days, byChild)]).toEqual([days, byChild, expected]);
          }
      }),
      { numRuns: 40, endOnFailure: true },
    );
    expect(Math.min(seen.byChild, seen.byEnrolment)).toBeGreaterThan(0);
  });
});
