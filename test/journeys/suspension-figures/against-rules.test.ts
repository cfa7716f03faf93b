import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pupilsOn, yearAsked } from '../../../subgraphs/education/suspension-figures/asked-suspensions.js';
import { testHub, type TestHub } from '../../support/hub.js';
import { testToday as today } from '../../support/templates.js';
import { figuresOf, sixthDaysOf } from './oracle.js';
import { arrange, schools, world } from './world.js';

// The database's figures against the rules that each child's own record is told with, on random areas. As a headteacher is
// asked: exactly, and of one school. Whole areas are looked at behind the door.

const years = ['2025/26', '2026/27'];
const suspensions = `query Figures($year: String!, $by: [SuspensionDimension!]!) { suspensionFigures(academicYear: $year, by: $by) {
  key pupils suspensions childrenSuspended permanentExclusions lostDays suspended: suppressed } }`;
const sixthDays = `query Days($year: String!, $by: [SixthDayDimension!]!) { sixthDayFigures(academicYear: $year, by: $by) {
  key due inTime late missing suspended: suppressed } }`;

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

interface Cell {
  readonly key: readonly string[];
  readonly suspended: boolean;
}

async function asked(school: string, question: string, name: string, year: string, by: readonly string[]) {
  const { body } = await hub.post({ persona: 'headteacher', school }, question, { year, by });
  expect(body.errors).toBeUndefined();
  const cells = body.data?.[name] as Cell[];
  expect(cells.every(({ suspended }) => !suspended)).toBe(true);
  return new Map(cells.map(({ key, suspended: _, ...figures }) => [JSON.stringify(key), figures]));
}

const inOrder = (groups: ReadonlyMap<string, unknown>) => [...groups].sort(([a], [b]) => (a < b ? -1 : 1));

describe('figures of suspensions', () => {
  it('of each school are what the rules make of its children, one by one', async () => {
    await fc.assert(
      fc.asyncProperty(
        world,
        fc.subarray(['SCHOOL', 'PHASE', 'SEN_PROVISION', 'FREE_SCHOOL_MEALS'], { maxLength: 3 }),
        async (area, by) => {
          await arrange(hub.admin, area);
          for (const year of years)
            for (const { urn } of schools) {
              // Provision and meals are shown by every roll of a child; suspensions and pupils are the school's own.
              const own = {
                ...area,
                children: area.children.map(({ told, ...child }) => ({
                  ...child,
                  rolls: child.rolls.map((roll) => (roll.urn === urn ? roll : { ...roll, status: 'UNKNOWN' })),
                  told: told.filter((one) => one.urn === urn),
                })),
              };
              const expected = figuresOf(own, { year, pupilsOn: pupilsOn(year, today), today, by });
              const found = await asked(urn, suspensions, 'suspensionFigures', year, by);
              expect([year, urn, inOrder(found)]).toEqual([year, urn, inOrder(expected)]);
            }
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('of sixth days too', async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.subarray(['SCHOOL', 'DUTY_HOLDER']), async (area, by) => {
        await arrange(hub.admin, area);
        for (const year of years)
          for (const { urn } of schools) {
            const children = area.children.map((child) => ({
              ...child,
              told: child.told.filter((one) => one.urn === urn),
            }));
            const expected = sixthDaysOf({ ...area, children }, { year, today, by });
            const found = await asked(urn, sixthDays, 'sixthDayFigures', year, by);
            expect([year, urn, inOrder(found)]).toEqual([year, urn, inOrder(expected)]);
          }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('of the whole area are those of all its children', async () => {
    const seen = { suspensions: 0, due: 0 };
    await fc.assert(
      fc.asyncProperty(world, async (area) => {
        await arrange(hub.admin, area);
        for (const year of years) {
          const { from, to, bankHolidays } = yearAsked(year);
          const laid = await hub.admin.query<{
            category: string;
            cancelled: boolean;
            started: string;
            within: number;
            child: string;
          }>(
            `select child, category, cancelled, started_on::text started, within from education.laid_suspensions($1, $2, $3)`,
            [from, to, bankHolidays],
          );
          const counted = laid.rows.filter(
            (one) => one.category === 'SUSPENSION' && !one.cancelled && one.started >= from,
          );
          const owed = await hub.admin.query('select from education.sixth_days($1, $2, $3)', [from, to, bankHolidays]);
          seen.suspensions += counted.length;
          seen.due += owed.rowCount ?? 0;
          const whole = figuresOf(area, { year, pupilsOn: pupilsOn(year, today), today, by: [] }).get('[]');
          expect({
            suspensions: counted.length,
            childrenSuspended: new Set(counted.map(({ child }) => child)).size,
            lostDays: laid.rows.reduce((sum, one) => sum + one.within, 0) / 2,
            due: owed.rowCount,
          }).toEqual({
            ...{ suspensions: whole?.suspensions, childrenSuspended: whole?.childrenSuspended },
            ...{ lostDays: whole?.lostDays, due: sixthDaysOf(area, { year, today, by: [] }).get('[]')?.due },
          });
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
    // Not all areas are empty ones.
    expect(seen.suspensions).toBeGreaterThan(0);
    expect(seen.due).toBeGreaterThan(0);
  });
});
