import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { As } from '../../support/hub.js';
import { areas } from './areas.js';
import type { Example, ExampleChild } from './example.js';
import { type ExampleHub, loadExample } from './load-example.js';
import { expectedOf } from './oracle.js';

const officer: As = { persona: 'exclusions-officer' };
const years = ['2025/26', '2026/27'] as const;

const yearOf = (day: string): string => {
  const first = Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
  return `${String(first)}/${String((first + 1) % 100).padStart(2, '0')}`;
};

interface Owed {
  readonly urn: string;
  readonly holder: 'SCHOOL' | 'COUNCIL';
  readonly year: string;
  readonly state: 'inTime' | 'late' | 'missing' | 'toCome';
}

/** Every sixth day that was written down, with the school that kept the child out and what came of it. */
const owedTo = (area: Example, children: readonly ExampleChild[]): Owed[] =>
  children.flatMap((child) =>
    expectedOf(area, child).sixthDays.map(({ of, dueOn, dutyOf, inPlaceOn, breached }): Owed => ({
      urn: dutyOf === 'COUNCIL' ? (child.suspensions.find(({ startedOn }) => startedOn === of)?.urn ?? '') : dutyOf,
      holder: dutyOf === 'COUNCIL' ? 'COUNCIL' : 'SCHOOL',
      year: yearOf(dueOn),
      state: inPlaceOn === undefined ? (breached ? 'missing' : 'toCome') : breached ? 'late' : 'inTime',
    })),
  );

const cellOf = (key: readonly string[], owed: readonly Owed[]) => ({
  key,
  due: owed.length,
  ...Object.fromEntries(
    ['inTime', 'late', 'missing'].map((state) => [state, owed.filter((one) => one.state === state).length]),
  ),
  suppressed: false,
});

const byKey = (a: { readonly key: readonly string[] }, b: { readonly key: readonly string[] }): number =>
  a.key.join() < b.key.join() ? -1 : 1;

const grouped = (owed: readonly Owed[], of: (one: Owed) => string) =>
  [...new Set(owed.map(of))]
    .map((key) =>
      cellOf(
        [key],
        owed.filter((one) => of(one) === key),
      ),
    )
    .sort(byKey);

const counted = (child: ExampleChild, urn: string, year: string, category: 'SUSP' | 'PERM'): number =>
  child.suspensions.filter(
    (one) =>
      one.urn === urn && one.category === category && one.cancelledOn === undefined && yearOf(one.startedOn) === year,
  ).length;

/** The children by the day on which what is expected of them is so. */
const days = areas().flatMap(([name, area]) =>
  [...new Set(area.children.map(({ asAt }) => asAt))].map(
    (asAt) => [name, asAt, area, area.children.filter((one) => one.asAt === asAt)] as const,
  ),
);

describe.each(days)('figures of %s children as at %s', (_, asAt, area, children) => {
  let hub: ExampleHub;
  const urns = [...new Set(children.flatMap(({ suspensions }) => suspensions.map(({ urn }) => urn)))].sort();

  beforeAll(async () => {
    hub = await loadExample(area, children, asAt);
  });
  afterAll(() => hub.close());

  async function ask<Cell>(
    as: As,
    field: string,
    what: string,
    academicYear: string,
    by: readonly string[],
  ): Promise<Cell[]> {
    const document = `query F($academicYear: String!, $by: [${field === 'sixthDayFigures' ? 'SixthDayDimension' : 'SuspensionDimension'}!]!) {
      ${field}(academicYear: $academicYear, by: $by) { key suppressed ${what} } }`;
    const { body } = await hub.post(as, document, { academicYear, by });
    expect(body.errors).toBeUndefined();
    return body.data?.[field] as Cell[];
  }

  it.each(years.filter((year) => year <= yearOf(asAt)))(
    'sixth days of %s, as they were written down child by child',
    async (year) => {
      const owed = owedTo(area, children).filter((one) => one.year === year);
      const figures = (by: readonly string[]) =>
        ask<{ key: string[] }>(officer, 'sixthDayFigures', 'due inTime late missing', year, by);
      expect(await figures([])).toEqual([cellOf([], owed)]);
      expect((await figures(['SCHOOL'])).sort(byKey)).toEqual(grouped(owed, ({ urn }) => urn));
      expect((await figures(['DUTY_HOLDER'])).sort(byKey)).toEqual(grouped(owed, ({ holder }) => holder));
    },
  );

  it.each(years.filter((year) => year <= yearOf(asAt)))(
    'suspensions of %s, school by school to its head, and the days that were lost',
    async (year) => {
      let lost = 0;
      for (const school of urns) {
        const what = 'suspensions childrenSuspended permanentExclusions lostDays';
        const [cell] = await ask<{ lostDays: number }>(
          { persona: 'headteacher', school },
          'suspensionFigures',
          what,
          year,
          [],
        );
        const sum = (category: 'SUSP' | 'PERM') =>
          children.reduce((total, child) => total + counted(child, school, year, category), 0);
        expect([school, cell]).toMatchObject([
          school,
          {
            ...{ suspensions: sum('SUSP'), permanentExclusions: sum('PERM'), suppressed: false },
            childrenSuspended: children.filter((child) => counted(child, school, year, 'SUSP') > 0).length,
          },
        ]);
        lost += cell?.lostDays ?? 0;
      }
      const sessions = children.map((child) => expectedOf(area, child).years[year]?.sessions ?? 0);
      expect(lost).toBe(sessions.reduce((sum, one) => sum + one, 0) / 2);
    },
  );
});
