import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Cohort } from '../../../subgraphs/virtual-school/cohort/cohort.js';
import { CohortDimension } from '../../../subgraphs/virtual-school/cohort-figures/cohort-dimension.js';
import { type As, testHub, type TestHub } from '../../support/hub.js';
import { groupsOf } from './oracle.js';
import { childId, keep, schoolWeeks, type Slice, slices } from './slices.js';

const head = { persona: 'virtual-school-head' } as const;
const figures = `key children possible attended attendancePercent persistentlyAbsentChildren persistentlyAbsentPercent
  severelyAbsentChildren severelyAbsentPercent suspensionsPer100 lostLearningDays suppressed
  comparator { percent } samePhase { percent } national { percent } lastYear { percent year }`;
const document = `query Figures($cohort: Cohort!, $from: Date!, $to: Date!, $by: [CohortDimension!]!, $asAt: DateTime) {
  cohortAttendance(cohort: $cohort, from: $from, to: $to, by: $by, asAt: $asAt) {
    cohort from to comparable comparableNote basis asAt stale groups { ${figures} } } }`;

type Told = Readonly<Record<string, unknown>> & { readonly groups: readonly Readonly<Record<string, unknown>>[] };

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

const period = { cohort: 'CHILD_PROTECTION', from: '2025-12-08', to: '2026-01-11', by: [] as string[] };

async function ask(
  as: As,
  over: Record<string, unknown> = {},
): Promise<{ told: Told | null; code: string | undefined; message: string }> {
  const { body } = await hub.post(as, document, { ...period, ...over });
  const [error] = (body.errors ?? []) as readonly { message: string; extensions?: { code?: string } }[];
  const told = (body.data?.['cohortAttendance'] ?? null) as Told | null;
  return { told, code: error?.extensions?.code, message: error?.message ?? '' };
}

const periods = [
  { from: '2025-12-08', to: '2026-01-11' },
  { from: '2025-12-08', to: '2026-01-04' },
  { from: '2025-12-15', to: '2026-01-11' },
  { from: '2025-12-08', to: '2025-12-21' },
  { from: '2025-12-15', to: '2025-12-21' },
  { from: '2026-01-05', to: '2026-01-11' },
];

const percentIn = (beside: unknown): number | null => (beside as { percent: number } | null)?.percent ?? null;

const one: Slice = {
  ...{
    child: 1,
    week: '2025-12-08',
    cohort: Cohort.CHILD_PROTECTION,
    school: '900001',
    team: 'North',
    phase: 'Primary',
  },
  ...{ sen: 'NONE', fsm: 'NO', possible: 10, attended: 9 },
};

describe('figures of a cohort', () => {
  it('are those of a slow count, child by child, however they are divided, of any weeks', async () => {
    const by = fc.shuffledSubarray(Object.values(CohortDimension), { maxLength: 3 });
    // All weeks, whole terms, a part of one or of both, the middle of one.
    const asked = fc.constantFrom(...periods);
    await fc.assert(
      fc.asyncProperty(slices, schoolWeeks, by, asked, async (all, totals, dimensions, { from, to }) => {
        await keep(hub.admin, all, totals);
        const { told } = await ask(head, { by: dimensions, from, to });
        const kept = all.filter(({ week }) => from <= week && week <= to);
        const own = kept.filter(({ cohort }) => cohort === Cohort.CHILD_PROTECTION);
        const shown = told?.groups.map(
          ({ comparator, samePhase, suppressed, suspensionsPer100, lostLearningDays, national, lastYear, ...rest }) => {
            expect([suppressed, suspensionsPer100, lostLearningDays, lastYear]).toEqual([false, null, null, null]);
            // By one phase or of all; a phase that is not published has none.
            if (!dimensions.includes(CohortDimension.PHASE)) expect(percentIn(national)).toBeGreaterThan(50);
            return { ...rest, comparator: percentIn(comparator), samePhase: percentIn(samePhase) };
          },
        );
        expect(shown).toEqual(groupsOf(own, totals, dimensions));
      }),
      { numRuns: 80, endOnFailure: true },
    );
  });

  it('have beside them, for whom it is asked by alone, what takes another look at every slice', async () => {
    await keep(hub.admin, [one], [{ urn: one.school, week: one.week, phase: 'Primary', possible: 20, attended: 15 }]);
    const told = async (asked: string): Promise<unknown> => {
      const { body } = await hub.post(head, document.replace(figures, asked), period);
      return (body.data?.['cohortAttendance'] as Told).groups;
    };
    const looked = async (): Promise<unknown> => {
      const { rows } = await hub.admin.query<{ beside: boolean }>(
        `select (r.subjects[1]::jsonb -> 'beside')::boolean as beside
         from access.audit_unit u cross join lateral unnest(u.requests) r
         where r.operation = 'cohort_attendance' order by u.seq desc limit 1`,
      );
      return rows[0]?.beside;
    };
    expect(await told('children comparator { percent } samePhase { percent }')).toEqual([
      { children: 1, comparator: { percent: 75 }, samePhase: { percent: 75 } },
    ]);
    expect(await looked()).toBe(true);
    expect(await told('children')).toEqual([{ children: 1 }]);
    expect(await looked()).toBe(false);
    expect(await told('other: samePhase { percent }')).toEqual([{ other: { percent: 75 } }]);
  });

  it('are of whole weeks, and say so', async () => {
    await keep(hub.admin, [one, { ...one, week: '2025-12-15', attended: 5 }]);
    const { told } = await ask(head, { from: '2025-12-10', to: '2025-12-12' });
    expect(told).toMatchObject({
      from: '2025-12-08',
      to: '2025-12-14',
      groups: [{ key: [], possible: 10, attended: 9 }],
    });
  });

  it('are set beside the same weeks of the year before', async () => {
    await keep(hub.admin, [one, { ...one, week: '2024-12-09', attended: 7 }]);
    for (const by of [[], ['WEEK'], ['TERM'], ['SCHOOL', 'WEEK']])
      expect((await ask(head, { by })).told?.groups).toMatchObject([{ lastYear: { percent: 70, year: '2024/25' } }]);
    expect((await ask(head, { by: ['SCHOOL'], cohort: 'KINSHIP' })).told?.groups).toEqual([]);
  });

  it('are as they were believed, and `asAt` brings the same again', async () => {
    const ofYearBefore = { ...one, week: '2024-12-09', attended: 7 };
    await keep(hub.admin, [{ ...one, attended: 4 }, ofYearBefore], [], '2026-02-03T10:00:00.000123Z');
    await hub.admin.query(
      `insert into virtual_school.cohort_session_week_past select c.child_id, week_beginning, cohort, school_urn, team, phase,
         sen_provision, free_school_meals, 10, 9, 1, 0, 0, 0, 0, 0, '2026-02-01T10:00Z', '2026-02-03T10:00:00.000123Z'
       from virtual_school.cohort_session_week c`,
    );
    const now = (await ask(head)).told;
    expect(now).toMatchObject({
      asAt: '2026-02-03T10:00:00.001Z',
      groups: [{ attended: 4, lastYear: { percent: 70 } }],
    });
    expect((await ask(head, { asAt: now?.['asAt'] })).told).toEqual(now);
    const before = (await ask(head, { asAt: '2026-02-02T00:00:00Z' })).told;
    expect(before).toMatchObject({
      asAt: '2026-02-01T10:00:00.000Z',
      groups: [{ attended: 9, lastYear: { percent: 90 } }],
    });
    expect((await ask(head, { asAt: before?.['asAt'] })).told).toEqual(before);
    expect((await ask(head, { asAt: '2026-01-01T00:00:00Z' })).told).toMatchObject({ asAt: null, groups: [] });
  });

  it.each([
    [{ from: '2026-01-12' }, 'from'],
    [{ by: ['WEEK', 'SCHOOL', 'PHASE', 'TERM'] }, 'by'],
    [{ by: ['WEEK', 'WEEK'] }, 'by'],
    [{ from: '1950-01-01' }, 'to'],
  ])('are refused to a question that makes no sense: %j', async (over, named) => {
    const { code, message } = await ask(head, over);
    expect(code).toBe('INVALID_INPUT');
    expect(message).toContain(named);
  });

  it('are none of a period before any data', async () => {
    expect((await ask(head, { from: '1999-01-04', to: '1999-01-10' })).told).toMatchObject({ groups: [], asAt: null });
  });
});

describe('who is told figures of a cohort', () => {
  const term = { from: '2025-09-01', to: '2025-12-31' };
  beforeAll(async () => {
    const of = (child: number, over: Partial<Slice> = {}): Slice => ({ ...one, child, ...over });
    await keep(hub.admin, [of(1), of(2), of(3, { school: '900002' })]);
  });

  it('a headteacher: how many children of their own school, and nothing else', async () => {
    for (const by of [[], ['SCHOOL']]) {
      const { told } = await ask({ persona: 'headteacher', school: '900001' }, { ...term, by });
      expect(told?.groups).toEqual([
        expect.objectContaining({
          key: by.map(() => '900001'),
          children: 2,
          possible: null,
          attended: null,
          attendancePercent: null,
          suppressed: true,
        }),
      ]);
    }
    const elsewhere = await ask({ persona: 'headteacher', school: '900002' }, { ...term, by: ['SCHOOL'] });
    expect(elsewhere.told?.groups).toMatchObject([{ key: ['900002'], children: 1 }]);
    for (const over of [
      { ...term, by: ['SOCIAL_WORK_TEAM'] },
      { from: '2025-12-08', to: '2025-12-14', by: [] },
    ])
      expect((await ask({ persona: 'headteacher' }, over)).code).toBe('INVALID_INPUT');
  });

  it.each(['commissioner', 'analyst'] as const)('a %s: no small number, and no child', async (persona) => {
    const { told } = await ask({ persona });
    expect(told?.groups).toEqual([
      expect.objectContaining({
        key: [],
        children: null,
        possible: null,
        attendancePercent: null,
        suppressed: true,
        lastYear: null,
      }),
    ]);
    expect((await ask({ persona }, { from: '2025-12-09' })).code).toBe('INVALID_INPUT');
    const { body } = await hub.post({ persona }, 'query Q($id: ID!) { child(id: $id) { id } }', { id: childId(1) });
    expect(body.data?.['child'] ?? null).toBeNull();
  });

  it.each(['virtual-school-adviser', 'senco', 'social-worker', 'designated-safeguarding-lead'] as const)(
    'a %s: nothing, whatever the scopes, and the asking is written down',
    async (persona) => {
      const straight = await hub.ask(
        'virtual-school',
        { persona, claims: { scopes: ['aggregate:read'] } },
        document,
        period,
      );
      expect(straight.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['REFUSED']);
      const { rows } = await hub.admin.query<{ decision: string; subjects: string[] }>(
        `select decision, subjects from virtual_school.audit where act = 'AGGREGATE' order by seq desc limit 1`,
      );
      expect(rows[0]?.decision).toBe('REFUSED');
      expect(JSON.parse(rows[0]?.subjects[0] ?? '{}')).toMatchObject({
        cohort: 'CHILD_PROTECTION',
        from: '2025-12-08',
        to: '2026-01-05',
      });
      expect((await ask({ persona })).told).toBeNull();
    },
  );

  it('names of teams: whoever asks for figures or the weekly list, and nobody else', async () => {
    await hub.admin.query(
      `insert into virtual_school.kept_allocation (child_id, role, team, held_from)
       select $1, 'SOCIAL_WORKER', team, '2020-01-01' from unnest('{Zeal,Amity,""}'::text[]) team`,
      [childId(1)],
    );
    const teams = async (as: As) => (await hub.post(as, '{ socialWorkTeams }')).body.data?.['socialWorkTeams'] ?? null;
    for (const persona of ['virtual-school-head', 'virtual-school-adviser', 'social-worker', 'analyst'] as const)
      expect(await teams({ persona })).toEqual(expect.arrayContaining(['Amity', 'Zeal']));
    const told = (await teams({ persona: 'analyst' })) as string[];
    expect(told).toEqual([...told].sort());
    expect(told).not.toContain('');
    for (const persona of ['senco', 'headteacher', 'ig-officer'] as const) expect(await teams({ persona })).toBeNull();
  });

  it.each(['commissioner', 'headteacher'] as const)('a %s: not what was believed before', async (persona) => {
    const { code, message } = await ask({ persona }, { ...term, asAt: '2026-02-02T00:00:00Z' });
    expect([code, message.startsWith('asAt ')]).toEqual(['INVALID_INPUT', true]);
  });

  it('an analyst: nothing of both plans together where one of them has few children', async () => {
    const of = (cohort: Cohort, from: number, children: number): Slice[] =>
      Array.from({ length: children }, (_, at) => ({
        ...{ ...one, cohort, child: from + at, school: `90000${String(1 + (at % 3))}` },
      }));
    const { CHILD_PROTECTION, CHILD_IN_NEED, ON_PLAN } = Cohort;
    const told = async (few: number) => {
      await keep(hub.admin, [
        ...[...of(CHILD_PROTECTION, 0, few), ...of(CHILD_IN_NEED, 20, 20)],
        ...[...of(ON_PLAN, 0, few), ...of(ON_PLAN, 20, 20)],
      ]);
      const groups = await Promise.all(
        [CHILD_PROTECTION, CHILD_IN_NEED, ON_PLAN].map(async (cohort) => {
          const [group] = (await ask({ persona: 'analyst' }, { cohort })).told?.groups ?? [];
          return [group?.['children'], group?.['possible']];
        }),
      );
      return groups;
    };
    const hidden = [null, null];
    expect(await told(7)).toEqual([hidden, [20, 200], hidden]);
    expect(await told(8)).toEqual([
      [10, 80],
      [20, 200],
      [30, 280],
    ]);
  });

  it('an analyst: nothing beside a group that is hidden, and the year before beside one that is not', async () => {
    const of = (week: string, children: number): Slice[] =>
      Array.from({ length: children }, (_, child) => ({
        ...{ ...one, week, child, school: `90000${String(1 + (child % 3))}` },
      }));
    const beside = async (before: number, now: number) => {
      await keep(hub.admin, [...of('2024-12-09', before), ...of('2025-12-08', now)]);
      const [group] = (await ask({ persona: 'analyst' })).told?.groups ?? [];
      return [percentIn(group?.['national']) !== null, percentIn(group?.['lastYear'])];
    };
    expect(await beside(20, 20)).toEqual([true, 90]);
    expect(await beside(20, 7)).toEqual([false, null]);
    expect(await beside(7, 20)).toEqual([true, null]);
    await keep(hub.admin, [...of('2024-12-09', 20), ...of('2025-12-08', 20)]);
    const own = (await ask({ persona: 'headteacher', school: '900001' }, term)).told?.groups;
    expect(own).toMatchObject([{ children: 7, national: null, lastYear: null }]);
  });

  it('an analyst: rounded numbers of groups in which no child can be made out', async () => {
    const schools = ['900001', '900002', '900003'];
    const kept = Array.from({ length: 27 }, (_, child): Slice => {
      const sen = child < 12 ? 'NONE' : child < 24 ? 'SEN_SUPPORT' : 'EHC_PLAN';
      return { ...one, child, school: schools[child % 3] ?? '', sen };
    });
    await keep(hub.admin, kept);
    const told = async (by: string[]) => (await ask({ persona: 'analyst' }, { by })).told?.groups;
    expect(await told(['WEEK'])).toMatchObject([
      { key: ['2025-12-08'], children: 25, possible: 270, attended: 245, attendancePercent: 90.7, suppressed: false },
    ]);
    expect(await told(['SEN_PROVISION'])).toMatchObject([
      { key: ['EHC_PLAN'], children: null, attendancePercent: null, suppressed: true },
      { key: ['NONE'], children: null, possible: null, suppressed: true },
      { key: ['SEN_SUPPORT'], children: 10, possible: 120, attended: 110, attendancePercent: 91.7, suppressed: false },
    ]);
  });
});
