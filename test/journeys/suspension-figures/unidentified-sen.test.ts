import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { operations } from '../../../cli/schema-files.js';
import { academicYear } from '../../../platform/code-sets/academic-year.js';
import { testHub, type TestHub } from '../../support/hub.js';
import { testToday as today } from '../../support/templates.js';
import { addDays } from './days.js';
import { eachOnce, provisionOn } from './oracle.js';
import { arrange, type Child, schools, world } from './world.js';

const question = operations().find(({ name }) => name === 'unidentified-sen-figures')?.text ?? '';
const years = ['2025/26', '2026/27'];

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

interface Figures {
  readonly children: number;
  readonly withoutSen: number;
  readonly senSupportWithinYear: number;
  readonly ehcPlanWithinYear: number;
}

/** Slowly: day after day of the year after a suspension, the highest that any roll showed. */
function namedWithinYear({ rolls }: Child, startedOn: string): string {
  const yearOn = `${String(Number(startedOn.slice(0, 4)) + 1)}${startedOn.slice(4)}`;
  const seen = new Set<string>();
  for (let on = addDays(startedOn, 1); on <= yearOn && on <= today; on = addDays(on, 1))
    seen.add(provisionOn(rolls, on));
  return seen.has('EHC_PLAN') ? 'EHC_PLAN' : seen.has('SEN_SUPPORT') ? 'SEN_SUPPORT' : 'NONE';
}

/** Child by child: by the first suspension or exclusion in each group. */
function figuresOf(children: readonly Child[], urn: string, year: string, by: readonly string[]): Map<string, Figures> {
  const found = new Map<string, Figures>();
  const none = { children: 0, withoutSen: 0, senSupportWithinYear: 0, ehcPlanWithinYear: 0 };
  if (by.length === 0) found.set('[]', none);
  for (const child of children) {
    const own = eachOnce(child, today)
      .filter((one) => one.urn === urn && one.cancelledOn === null && one.category.toString() !== 'LUNCHTIME')
      .filter(({ startedOn }) => academicYear(startedOn) === year)
      .sort((a, b) => (a.startedOn < b.startedOn ? -1 : 1));
    const firsts = new Map<string, string>();
    for (const { startedOn, category } of own) {
      const key = JSON.stringify(by.map((dimension) => (dimension === 'SCHOOL' ? urn : category.toString())));
      if (!firsts.has(key)) firsts.set(key, startedOn);
    }
    for (const [key, startedOn] of firsts) {
      const held = found.get(key) ?? none;
      const without = provisionOn(child.rolls, startedOn) === 'NONE';
      const named = without ? namedWithinYear(child, startedOn) : 'NONE';
      found.set(key, {
        children: held.children + 1,
        withoutSen: held.withoutSen + Number(without),
        senSupportWithinYear: held.senSupportWithinYear + Number(named === 'SEN_SUPPORT'),
        ehcPlanWithinYear: held.ehcPlanWithinYear + Number(named === 'EHC_PLAN'),
      });
    }
  }
  return found;
}

const inOrder = (groups: ReadonlyMap<string, unknown>) => [...groups].sort(([a], [b]) => (a < b ? -1 : 1));

describe('figures of needs that are named only after an exclusion', () => {
  it('are of each school what its children’s rolls show, one by one', async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.subarray(['SCHOOL', 'CATEGORY']), async (area, by) => {
        await arrange(hub.admin, area);
        for (const academic of years)
          for (const { urn: school } of schools) {
            const { body } = await hub.post({ persona: 'headteacher', school }, question, {
              academicYear: academic,
              by,
            });
            expect(body.errors).toBeUndefined();
            const cells = body.data?.['unidentifiedSenFigures'] as (Figures & { key: string[] })[];
            const told = cells.map(({ key, children, withoutSen, senSupportWithinYear, ehcPlanWithinYear }) => [
              JSON.stringify(key),
              { children, withoutSen, senSupportWithinYear, ehcPlanWithinYear },
            ]);
            const expected = figuresOf(area.children, school, academic, by);
            expect([academic, school, inOrder(new Map(told as [string, unknown][]))]).toEqual([
              ...[academic, school, inOrder(expected)],
            ]);
          }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('are by the first day of a suspension, and of the year after it to the day', async () => {
    const school = schools[0].urn;
    const shows = (...provisions: readonly (readonly [string, string])[]): Child => ({
      rolls: [
        {
          ...{ urn: school, status: 'CURRENT', from: '2025-08-25', until: null, yearGroup: '9', meals: [] },
          provisions: provisions.map(([provision, from]) => ({ provision, from })),
        },
      ],
      told: [
        {
          ...{ record: 0, urn: school, startedOn: '2025-09-10', category: 'SUSPENSION', session: 'AM', sessions: 2 },
          ...{ lunchtimes: null, cancelledOn: null, served: null, provisionOn: null, byHand: null },
        },
      ],
    });
    const none = ['NONE', '2025-08-25'] as const;
    const children = [
      shows(none, ['SEN_SUPPORT', '2025-12-01']),
      shows(none, ['SEN_SUPPORT', '2025-12-01'], ['EHC_PLAN', '2026-09-10']),
      shows(none, ['EHC_PLAN', '2026-09-11']),
      shows(['SEN_SUPPORT', '2025-08-25']),
      shows(),
    ];
    const weeks = [{ urn: school, weekBeginning: '2025-09-08', calendarDays: 31, openDays: 31, markedDays: null }];
    await arrange(hub.admin, { children, weeks });
    const { body } = await hub.post({ persona: 'headteacher', school }, question, { academicYear: '2025/26', by: [] });
    expect(body.data?.['unidentifiedSenFigures']).toMatchObject([
      { children: 5, withoutSen: 3, senSupportWithinYear: 1, ehcPlanWithinYear: 1, identifiedPercent: 66.6667 },
    ]);
  });

  it('are refused to whoever sees children and plans nothing', async () => {
    const { body } = await hub.post({ persona: 'senco' }, question, { academicYear: '2026/27', by: [] });
    expect(body.data?.['unidentifiedSenFigures'] ?? null).toBeNull();
    expect(body.errors?.[0]).toBeDefined();
  });
});
