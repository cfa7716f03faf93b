import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type KnownSchoolWeek, SchoolDays } from '../../platform/code-sets/school-days.js';
import { bankHolidaysBetween } from '../../platform/code-sets/working-days.js';
import { expectedDays } from '../../subgraphs/education/suspension/expected-days.js';
import { addDays } from '../journeys/suspension-figures/days.js';
import { arrange, schools } from '../journeys/suspension-figures/world.js';
import { testHub, type TestHub } from '../support/hub.js';
import { testToday as today } from '../support/templates.js';

/** The days that the database counts on, a week at a time, against the rules that are told with, a day at a time. */

const from = '2026-08-31';
const bits = fc.constantFrom(31, 31, 0, 12, 21, 3, 24);
const week = fc.record({ calendarDays: bits, openDays: bits, markedDays: fc.option(bits, { freq: 3 }) });

/** Of each school some weeks that follow on one another: before today and after it, with holes and beyond Christmas. */
const known = fc
  .tuple(...schools.map(() => fc.tuple(fc.nat(22), fc.array(fc.option(week, { freq: 3 }), { maxLength: 8 }))))
  .map((all) =>
    all.flatMap(([begins, weeks], at) =>
      weeks.flatMap((one, after): KnownSchoolWeek[] =>
        one === null
          ? []
          : [
              {
                ...{ ...one, openDays: one.openDays & one.calendarDays, urn: schools[at]?.urn ?? '' },
                weekBeginning: addDays(from, 7 * (begins + after)),
              },
            ],
      ),
    ),
  );

interface Week {
  readonly urn: string;
  readonly monday: string;
  readonly open: number;
  readonly unknown: number;
  readonly before: number;
}

/** What a week says of each of its days. */
const daysOf = ({ monday, open, unknown }: Week) =>
  Array.from({ length: 7 }, (_, at) => ({
    day: addDays(monday, at),
    open: (unknown & (1 << at)) !== 0 ? null : (open & (1 << at)) !== 0,
  }));

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

describe('the weeks of schools', () => {
  it('are those of the rules, bank holidays and all, and places are counted on as open days follow', async () => {
    const seen = new Set<boolean | null>();
    const christmas = new Set<boolean | null>();
    const holidays = bankHolidaysBetween('2026-01-01', '2027-12-31');
    await fc.assert(
      fc.asyncProperty(known, fc.nat(40), fc.integer({ min: 0, max: 190 }), async (weeks, after, many) => {
        await arrange(hub.admin, { weeks, children: [] });
        const [first, last] = [addDays(from, after), addDays(from, after + many)];
        const { rows } = await hub.admin.query<Week>(
          `select urn, monday::text, open, unknown, before from education.weeks_of_schools($1, $2, $3, $4)
            order by urn, monday`,
          [schools.map(({ urn }) => urn), first, last, holidays],
        );
        const isOpen = expectedDays(new SchoolDays(weeks), today);
        for (const { urn } of schools) {
          const own = rows.filter((one) => one.urn === urn);
          const days = own.flatMap(daysOf);
          expect(days.map(({ day }) => day)).toEqual(expect.arrayContaining([first, last]));
          expect(days).toEqual(
            days.map((_, at) => addDays(own[0]?.monday ?? '', at)).map((day) => ({ day, open: isOpen(urn, day) })),
          );
          for (const { day, open } of days) {
            seen.add(open);
            if (day === '2026-12-25') christmas.add(open);
          }
          for (const [at, { before }] of own.entries()) {
            const past = days.slice(0, 7 * at);
            const [known, holes] = [past.filter(({ open }) => open === true), past.filter(({ open }) => open === null)];
            expect(before).toBe(known.length + 1000 * holes.length);
          }
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
    expect(seen).toEqual(new Set([true, false, null]));
    expect(christmas.has(false)).toBe(true);
  });
});
