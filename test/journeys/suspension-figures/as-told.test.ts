import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../../cli/schema-files.js';
import { type As, testHub, type TestHub } from '../../support/hub.js';
import { addDays } from './days.js';
import { arrange, type Child, schools, type Told } from './world.js';

const textOf = (of: string): string => operations().find(({ name }) => name === of)?.text ?? '';

let hub: TestHub;

const roll = (urn: string, at: number) => ({
  ...{ urn, status: 'CURRENT', from: '2025-09-01', until: null, yearGroup: '9', meals: [] },
  provisions: [{ provision: at % 2 === 0 ? 'NONE' : 'SEN_SUPPORT', from: '2025-09-01' }],
});

const suspended = (urn: string, startedOn: string, sessions: number): Told => ({
  ...{ record: 0, urn, startedOn, category: 'SUSPENSION', session: 'AM', sessions, lunchtimes: null },
  ...{ cancelledOn: null, served: null, provisionOn: null, byHand: null },
});

/** Of each school so many pupils, and of these so many suspended for two days. */
const pupilsOf = (urn: string, pupils: number, some: number, sessions = 4): Child[] =>
  Array.from({ length: pupils }, (_, at) => ({
    rolls: [roll(urn, at)],
    told: at < some ? [suspended(urn, '2026-10-05', sessions)] : [],
  }));

beforeAll(async () => {
  hub = await testHub();
  const [primary, secondary, other] = schools;
  await arrange(hub.admin, {
    weeks: schools.flatMap(({ urn }) =>
      Array.from({ length: 70 }, (_, at) => ({
        ...{ urn, weekBeginning: addDays('2025-08-25', 7 * at), calendarDays: 31, openDays: 31, markedDays: null },
      })),
    ),
    children: [...pupilsOf(primary.urn, 40, 12), ...pupilsOf(secondary.urn, 60, 20, 14), ...pupilsOf(other.urn, 50, 3)],
  });
});
afterAll(() => hub.close());

async function ask(as: As, operation: string, field: string, by: readonly string[], academicYear = '2026/27') {
  const { body } = await hub.post(as, textOf(operation), { academicYear, by });
  return {
    cells: (body.data?.[field] ?? null) as Readonly<Record<string, unknown>>[] | null,
    codes: body.errors?.map(({ extensions }) => extensions.code),
  };
}
const figures = (as: As, by: readonly string[], year?: string) =>
  ask(as, 'suspension-figures', 'suspensionFigures', by, year);
const sixthDays = (as: As, by: readonly string[], year?: string) =>
  ask(as, 'sixth-day-figures', 'sixthDayFigures', by, year);

const planners = ['commissioner', 'analyst', 'virtual-school-head'] as const;

describe('figures of suspensions are told', () => {
  it('to a headteacher of the own school, exactly, beside the published rates of its phase', async () => {
    const { cells } = await figures({ persona: 'headteacher', school: schools[0].urn }, []);
    expect(cells).toMatchObject([
      {
        ...{ key: [], pupils: 40, pupilsOn: '2026-11-20', suspensions: 12, suspensionsPer100: 30, lostDays: 24 },
        ...{ childrenSuspended: 12, permanentExclusions: 0, suppressed: false },
        comparator: { percent: 2.2709, year: '2023/24' },
        comparatorOfChildren: { percent: 0.9942 },
        comparatorOfExclusions: { percent: 0.0317 },
      },
    ]);
    const bySen = await figures({ persona: 'headteacher', school: schools[0].urn }, ['SEN_PROVISION']);
    expect(bySen.cells).toMatchObject([
      { key: ['NONE'], suspensions: 6, comparator: null },
      { key: ['SEN_SUPPORT'], suspensions: 6, comparator: null },
    ]);
  });

  it.each(planners)('to the %s with small numbers hidden, and what would tell them', async (persona) => {
    expect((await figures({ persona }, [])).cells).toMatchObject([
      {
        key: [],
        pupils: 150,
        suspensions: 35,
        childrenSuspended: 35,
        suppressed: false,
        comparator: { percent: 11.3074 },
      },
    ]);
    const hidden = { suspensions: null, childrenSuspended: null, lostDays: null, comparator: null, suppressed: true };
    // Three of the school without a phase: with it the next gives way, so that the total leaves neither.
    expect((await figures({ persona }, ['PHASE'])).cells).toMatchObject([
      { key: ['Primary'], ...hidden },
      { key: ['Secondary'], pupils: 60, suspensions: 20, comparator: { percent: 22.6134 }, suppressed: false },
      { key: ['UNKNOWN'], ...hidden },
    ]);
    expect((await figures({ persona }, ['SCHOOL'])).cells).toMatchObject([
      { key: [schools[0].urn], ...hidden },
      { key: [schools[1].urn], suspensions: 20 },
      { key: [schools[2].urn], ...hidden },
    ]);
    expect((await figures({ persona }, ['SCHOOL', 'SEN_PROVISION'])).cells).toMatchObject([
      { key: [], ...hidden, pupils: null },
    ]);
  });

  it.each([{ persona: 'analyst' }, { persona: 'headteacher', school: schools[0].urn }] as const)(
    'in one question, written down once, as each division is told alone: to %j',
    async (as) => {
      const ways = { all: [], byPhase: ['PHASE'], both: ['SEN_PROVISION', 'SCHOOL'], bySen: ['SEN_PROVISION'] };
      const cell = `{ key pupils suspensions childrenSuspended permanentExclusions lostDays suppressed
      comparator { percent } }`;
      const field = ([name, by]: readonly [string, readonly string[]], year = '2026/27'): string =>
        `${name}: suspensionFigures(academicYear: "${year}", by: [${by.join()}]) ${cell}`;
      const asked = async (fields: readonly string[]) => (await hub.post(as, `{ ${fields.join(' ')} }`)).body;
      const last = async () =>
        (await hub.admin.query<{ seq: string }>('select coalesce(max(seq), 0) seq from access.audit_unit')).rows[0]
          ?.seq;
      const alone: Record<string, unknown> = {};
      for (const way of Object.entries(ways)) Object.assign(alone, (await asked([field(way)])).data);
      const before = await last();
      const together = await asked(Object.entries(ways).map((way) => field(way)));
      expect(together).toEqual({ data: alone });
      expect(Object.keys(alone)).toEqual(Object.keys(ways));
      const { rows } = await hub.admin.query<{ question: string }>(
        'select (r.subjects)[1] question from access.audit_unit a cross join unnest(a.requests) r where a.seq > $1',
        [before],
      );
      expect(rows.map(({ question }) => JSON.parse(question) as unknown)).toMatchObject([
        { by: [], alongside: ['PHASE', 'SEN_PROVISION,SCHOOL', 'SEN_PROVISION'] },
      ]);
      // Each of another year, and one that cannot be asked, by itself.
      const mixed = await asked([
        field(['all', []]),
        field(['before', []], '2025/26'),
        field(['never', []], '2027/28'),
      ]);
      expect(mixed.data).toMatchObject({ all: alone['all'], before: [{ suspensions: 0 }], never: null });
      expect(mixed.errors?.map(({ extensions }) => extensions.code)).toEqual(['INVALID_INPUT']);
    },
  );

  it('to nobody else, and of nothing that cannot be asked', async () => {
    for (const persona of ['senco', 'social-worker', 'auditor'] as const) {
      const { cells, codes } = await figures({ persona }, []);
      expect([persona, cells, codes?.[0]]).toEqual([persona, null, expect.stringMatching(/REFUSED|FORBIDDEN/)]);
    }
    const head = { persona: 'headteacher' } as const;
    expect(await figures(head, [], '2027/28')).toEqual({ cells: null, codes: ['INVALID_INPUT'] });
    expect(await figures(head, [], '2026/28')).toEqual({ cells: null, codes: ['INVALID_INPUT'] });
    expect(await figures(head, ['PHASE', 'PHASE'])).toEqual({ cells: null, codes: ['INVALID_INPUT'] });
  });
});

describe('figures of sixth days are told', () => {
  it('to a headteacher exactly, of the own school', async () => {
    const { cells } = await sixthDays({ persona: 'headteacher', school: schools[1].urn }, ['SCHOOL', 'DUTY_HOLDER']);
    expect(cells).toEqual([
      expect.objectContaining({ key: [schools[1].urn, 'SCHOOL'], due: 20, inTime: 0, missing: 20 }),
    ]);
  });

  it.each(planners)('to the %s rounded, and what became of it of all together', async (persona) => {
    expect((await sixthDays({ persona }, [])).cells).toMatchObject([
      { key: [], due: 20, inTime: 0, late: 0, missing: 20, suppressed: false },
    ]);
    expect((await sixthDays({ persona }, ['SCHOOL'])).cells).toMatchObject([
      { due: 20, missing: null, suppressed: true },
    ]);
  });

  it('to nobody else', async () => {
    expect((await sixthDays({ persona: 'senco' }, [])).codes?.[0]).toMatch(/REFUSED|FORBIDDEN/);
  });
});

describe('the number of all', () => {
  const [{ urn }] = schools;
  const weeks = Array.from({ length: 70 }, (_, at) => ({
    ...{ urn, weekBeginning: addDays('2025-08-25', 7 * at), calendarDays: 31, openDays: 31, markedDays: null },
  }));

  // As the last: it puts another area in the place of the one before.
  it('is hidden where every group of provision would be, though nothing is divided by it', async () => {
    const told = async (some: number) => {
      await arrange(hub.admin, { weeks, children: pupilsOf(urn, 60, some) });
      return (await figures({ persona: 'analyst' }, [])).cells;
    };
    // Seven without provision and six with support: neither is told, and both together would be their sum.
    expect(await told(13)).toMatchObject([{ pupils: 60, suspensions: null, suppressed: true }]);
    expect(await told(20)).toMatchObject([{ pupils: 60, suspensions: 20, suppressed: false }]);
  });
});
