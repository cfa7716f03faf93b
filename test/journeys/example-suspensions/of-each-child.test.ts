import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../../cli/schema-files.js';
import { areas } from './areas.js';
import type { Example, ExampleChild } from './example.js';
import { type ExampleHub, loadExample, sencoOf } from './load-example.js';
import { expectedOf } from './oracle.js';

const question = operations().find(({ name }) => name === 'child-suspensions')?.text ?? '';

const firstDays = `query InCare($id: ID!) { child(id: $id) {
  virtualSchool { firstDayProvision { startedOn expectedOn met } } } }`;

interface Summary {
  readonly items: readonly {
    readonly startedOn: string;
    readonly sixthDayProvision: { readonly inPlaceOn: string | null } | null;
    readonly governorsReview: { readonly termTo: string; readonly schoolDays: number; readonly duty: string };
  }[];
  readonly sessionsThisYear: number;
  readonly schoolDaysThisYear: number;
}

async function askOf(hub: ExampleHub, child: ExampleChild, academicYear: string): Promise<Summary> {
  const { body } = await hub.post(sencoOf(child), question, { id: hub.idOf(child), academicYear });
  expect(body.errors).toBeUndefined();
  return (body.data?.['child'] as { education: { suspensions: Summary } }).education.suspensions;
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** The children by the day on which what is expected of them is so. */
const byDay = ({ children }: Example): [string, ExampleChild[]][] =>
  [...new Set(children.map(({ asAt }) => asAt))].map((asAt) => [asAt, children.filter((one) => one.asAt === asAt)]);

describe.each(areas())('%s children', (_, area) => {
  describe.each(byDay(area))('as at %s', (asAt, children) => {
    let hub: ExampleHub;
    beforeAll(async () => {
      hub = await loadExample(area, children, asAt);
    });
    afterAll(() => hub.close());

    it.each(children.map((child) => [child.key, child] as const))('%s: the 45 days', async (__, child) => {
      for (const [year, { sessions, schoolDays, left, over }] of Object.entries(expectedOf(area, child).years)) {
        expect([year, await askOf(hub, child, year)]).toMatchObject([
          year,
          {
            ...{ sessionsThisYear: sessions, schoolDaysThisYear: schoolDays },
            ...{ schoolDaysLeftOf45: left, overLimit: over },
          },
        ]);
      }
    });

    it.each(children.map((child) => [child.key, child] as const))('%s: what is owed', async (__, child) => {
      const years = await Promise.all(['2025/26', '2026/27'].map((year) => askOf(hub, child, year)));
      const owed = new Map(
        years
          .flatMap(({ items }) => items)
          .flatMap(({ startedOn: of, sixthDayProvision: duty }) =>
            duty === null ? [] : [[`${of} ${JSON.stringify(duty)}`, { of, ...duty }] as const],
          ),
      );
      expect([...owed.values()].sort((a, b) => (a.of < b.of ? -1 : 1))).toEqual(
        expectedOf(area, child).sixthDays.map(({ firstDayExpectation: _care, ...one }) => ({
          inPlaceOn: null,
          ...one,
        })),
      );
    });

    it.each(children.map((child) => [child.key, child] as const))('%s: the first day, in care', async (__, child) => {
      const expected = expectedOf(area, child).sixthDays.flatMap(({ of, firstDayExpectation: on }) =>
        on === undefined ? [] : [{ startedOn: of, expectedOn: on, met: false }],
      );
      const { body } = await hub.post({ persona: 'virtual-school-head' }, firstDays, { id: hub.idOf(child) });
      expect(body.errors).toBeUndefined();
      const told = body.data?.['child'] as { virtualSchool: { firstDayProvision: { startedOn: string }[] } } | null;
      expect(told !== null).toBe(child.lookedAfter);
      const owed = told?.virtualSchool.firstDayProvision.filter((one) =>
        expected.some(({ startedOn }) => startedOn === one.startedOn),
      );
      expect(owed ?? []).toEqual(expected);
    });

    it.each(children.map((child) => [child.key, child] as const))('%s: the governing board', async (__, child) => {
      const { governors } = expectedOf(area, child);
      const autumn = governors['2026 Autumn'];
      expect(Object.keys(governors)).toEqual(autumn ? ['2026 Autumn'] : []);
      if (!autumn) return;
      const { items } = await askOf(hub, child, '2026/27');
      const ofTerm = items
        .map(({ governorsReview }) => governorsReview)
        .filter(({ termTo }) => termTo === '2026-12-31');
      expect(ofTerm.at(-1)).toMatchObject({ schoolDays: autumn.schoolDays, duty: autumn.duty });
    });
  });

  const running = area.children.filter((child) => expectedOf(area, child).running.length > 1);
  it('before the last of them', async () => {
    for (const child of running) await compareBefore(child);
  });

  async function compareBefore(child: ExampleChild): Promise<void> {
    const said = expectedOf(area, child).running;
    const [before, last] = [said.at(-2), said.at(-1)];
    const hub = await loadExample(area, [child], dayBefore(last?.after ?? ''));
    try {
      const [year = ''] = Object.keys(expectedOf(area, child).years);
      expect(await askOf(hub, child, year)).toMatchObject({
        ...{ schoolDaysThisYear: before?.schoolDays, overLimit: before?.over },
      });
    } finally {
      await hub.close();
    }
  }
});
