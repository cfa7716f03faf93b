import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { areas } from './areas.js';
import { cohortFigures } from './ask-figures.js';
import { adviser, compareCohorts, head, periodOf } from './compare-figures.js';
import { expectedOf } from './expected-figures.js';
import { type ExampleHub, loadExample } from './load-example.js';

describe.each(areas())('figures of cohorts of %s', (_, area) => {
  let hub: ExampleHub;
  const expected = expectedOf(area);
  const period = periodOf(area);
  beforeAll(async () => {
    hub = await loadExample(area);
  });
  afterAll(() => hub.close());

  it('are what the rules make them, exactly, for the head of the virtual school', async () => {
    await compareCohorts(hub, expected);
  });

  it('carry what they are of, and as at when; asked again as at then they are the same', async () => {
    const asked = { cohort: 'CHILD_PROTECTION', by: ['WEEK'], ...period };
    const once = await cohortFigures(hub, head, asked);
    expect(once).toMatchObject({ ...period, comparable: true });
    expect(once.basis).not.toBe('');
    expect(once.asAt).not.toBeNull();
    expect((await cohortFigures(hub, head, { ...asked, asAt: once.asAt })).groups).toEqual(once.groups);
  });

  it('stand beside those of the same schools and weeks', async () => {
    for (const [cohort, weeks] of Object.entries(expected.cohortComparator)) {
      const { groups } = await cohortFigures(hub, head, { cohort, by: ['WEEK'], ...period });
      expect([cohort, groups.map(({ key, comparator }) => ({ week: key[0], percent: comparator?.percent }))]).toEqual([
        cohort,
        weeks,
      ]);
    }
  });

  it('which are those of every pupil of a school and week, by its own register', async () => {
    const said = new Map(expected.comparator.map((row) => [`${row.urn} ${row.week}`, row.percent]));
    const found = new Map<string, number | null | undefined>();
    for (const cohort of ['CHILD_PROTECTION', 'CHILD_IN_NEED', 'LOOKED_AFTER'])
      for (const { key, comparator } of (await cohortFigures(hub, head, { cohort, by: ['SCHOOL', 'WEEK'], ...period }))
        .groups)
        found.set(key.join(' '), comparator?.percent);
    expect(found.size).toBeGreaterThan(3);
    expect([...found].map(([key]) => [key, said.get(key)])).toEqual([...found]);
    const { rows } = await hub.admin.query(
      `select urn, week_beginning::text week, pupils, possible, attended from education.school_week_total
       where pupils > 0 order by urn, week_beginning`,
    );
    expect(rows).toEqual(expected.comparator.map(({ percent: _percent, ...row }) => row));
  });

  it('are judged by the child, and what schools count is by the enrolment', async () => {
    const { rows } = await hub.admin.query<{ persistent: string; severe: string }>(
      `select sum(persistent_to_date) persistent, sum(severe_to_date) severe from education.school_week_total
       where week_beginning = $1`,
      [area.weeks.at(-1)],
    );
    const { persistent, severe } = expected.persistentByBasis['enrolments'] ?? {};
    expect(rows.map((row) => [Number(row.persistent), Number(row.severe)])).toEqual([[persistent, severe]]);
  });

  it('are not the adviser’s to ask', async () => {
    const { body } = await hub.post(
      adviser,
      `{ cohortAttendance(cohort: ON_PLAN, from: "${period.from}", to: "${period.to}", by: []) { groups { children } } }`,
    );
    expect(body.data?.['cohortAttendance'] ?? null).toBeNull();
    expect(body.errors?.[0]?.extensions.code).toMatch(/REFUSED|FORBIDDEN/);
  });

  it.each(['analyst', 'commissioner'] as const)(
    'tell the %s of no group of fewer than eight, and nothing exact',
    async (persona) => {
      for (const { cohort, by, groups: exact } of expected.cohortAttendance) {
        const { groups } = await cohortFigures(hub, { persona }, { cohort, by, ...period });
        const [named, held] = [groups, exact].map((some: readonly { key: unknown }[]) =>
          some.map(({ key }) => String(key)),
        );
        // Where a total is told, groups of which nothing is told are named whether a child is there or not.
        if (groups.every(({ suppressed }) => suppressed)) expect(named).toEqual(expect.arrayContaining(held ?? []));
        else expect(named).toEqual(held);
        for (const group of groups) {
          const children = Number(exact.find(({ key }) => String(key) === String(group.key))?.['children'] ?? 0);
          if (children < 8) expect([cohort, by, group]).toMatchObject([cohort, by, { suppressed: true }]);
          const { key: _key, suppressed, ...figures } = group;
          if (suppressed) expect(Object.values(figures).filter((figure) => figure !== null)).toEqual([]);
          else expect(group.children).toBe(5 * Math.floor(children / 5 + 0.5));
        }
      }
    },
  );
});
