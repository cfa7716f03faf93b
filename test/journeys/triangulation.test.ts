import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { listAtMost } from '../support/short-lists.js';

let hub: TestHub;
const week = '2026-11-16';
const adviser: As = { persona: 'virtual-school-adviser' };
const worker: As = { persona: 'social-worker' };
const children: Record<string, string> = {};

const plan = { basis: 'PLAN_DUTY', grantee: `org:${place.council}` };
const caseload = { basis: 'CASELOAD', grantee: 'person:sw-001' };

interface Arranged {
  readonly alerts: readonly string[];
  readonly possible: number;
  readonly attended: number;
  readonly team?: string;
  readonly status?: string;
  readonly urn?: string;
  /** The Mondays of a run of weeks that say the same: the first, and the last or none for one without an end. */
  readonly run?: readonly [first: string, last: string | null];
}

/** A child whose week on a plan stands in the read model; whom the caller may see is then the only question. */
async function onPlan(name: string, relations: Parameters<typeof arrangeChild>[1], week_: Arranged): Promise<void> {
  const { alerts, possible, attended, team = 'North', status = 'CHILD_PROTECTION', urn = place.school } = week_;
  const [first, last] = week_.run ?? [week, week];
  const id = await arrangeChild(hub.admin, relations);
  children[name] = id;
  await hub.admin.query(
    `insert into virtual_school.plan_week (child_id, week_beginning, last_week, status, school_urn, team, possible, attended,
       authorised, unauthorised, late, last_attended_on, alerts)
     values ($1, $2, $10, $3, $4, $5, $6, $7, 0, $8, 0, '2026-11-17', $9)`,
    [
      id,
      first,
      status,
      urn,
      team,
      possible,
      attended,
      possible - attended,
      JSON.stringify(alerts.map((kind) => ({ kind, since: week }))),
      last,
    ],
  );
  if (possible > 0)
    await hub.admin.query(
      `insert into virtual_school.child_week (child_id, week_beginning, possible, attended, authorised, unauthorised, late,
         part_time, last_attended_on, n_days, possible_days, first_main_urn, last_main_urn)
       values ($1, '2026-11-09', 10, 10, 0, 0, 0, 0, '2026-11-13', 0, 31, $5, $5), ($1, $2, $3::int, $4::int, 0, $3::int - $4::int, 0, 0, '2026-11-17', 0, 31, $5, $5)`,
      [id, week, possible, attended, urn],
    );
}

beforeAll(async () => {
  hub = await testHub();
  await hub.admin.query(
    `insert into virtual_school.kept_school_week (urn, week_beginning, pupils, possible, attended, authorised, unauthorised,
       persistent_to_date, severe_to_date, school_days, version)
     values ($1, '2026-11-09', 9, 90, 80, 10, 0, 1, 0, 31, 1), ($1, $2, 9, 90, 80, 10, 0, 1, 0, 15, 2)`,
    [place.school, week],
  );
  await onPlan('two alerts', [plan], { alerts: ['UNEXPLAINED', 'DROP'], possible: 10, attended: 3 });
  await onPlan('three alerts', [plan], {
    ...{ alerts: ['DROP', 'SCHOOL_MOVE', 'WORKER_CHANGE'], possible: 8, attended: 4 },
    ...{ team: 'South', status: 'CHILD_IN_NEED', urn: '900002' },
  });
  await onPlan('no alert', [plan, caseload], { alerts: [], possible: 10, attended: 8, status: 'CHILD_IN_NEED' });
  await onPlan('nothing received', [plan], {
    alerts: [],
    possible: 0,
    attended: 0,
    team: '',
    run: ['2026-10-05', null],
  });
  // Runs that ended before the week, the one on the Monday before, and one that begins after it.
  await onPlan('until October', [plan], { alerts: [], possible: 0, attended: 0, run: ['2026-10-05', '2026-10-19'] });
  await onPlan('until last week', [plan], { alerts: [], possible: 10, attended: 5, run: ['2026-11-02', '2026-11-09'] });
  await onPlan('from next week', [plan], { alerts: [], possible: 0, attended: 0, run: ['2026-11-23', null] });
  // The plan ended yesterday: nothing connects the adviser with the child any longer; the social worker still does.
  await onPlan('ended yesterday', [caseload], { alerts: ['DROP'], possible: 10, attended: 1 });
  await onPlan('of nobody here', [], { alerts: ['DROP', 'PART_TIME'], possible: 10, attended: 1 });
  await onPlan('died', [plan, caseload], { alerts: ['DROP'], possible: 10, attended: 1 });
  await hub.admin.query(`insert into access.death (child_id, died_on) values ($1, '2026-11-19')`, [children['died']]);
});

afterAll(() => hub.close());

/** As the hub's own operation asks it. */
const list = operations().find(({ name }) => name === 'weekly-list')?.text ?? '';

interface Node {
  readonly child: { readonly id: string; readonly name: { readonly family: string } };
  readonly [field: string]: unknown;
}
interface Listed {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

async function listed(as: As, given: object = {}) {
  const { body } = await hub.post(as, list, { week, ...given });
  const told = body.data?.['attendanceTriangulation'] as Listed | null | undefined;
  const name = (id: string) => Object.keys(children).find((one) => children[one] === id);
  return { body, told, names: told?.edges.map(({ node }) => name(node.child.id)) };
}

describe('the week of children on plans', () => {
  it('lists whom the adviser works with, most alerts first, then the lowest attendance, then what is not known', async () => {
    const { body, told, names } = await listed(adviser);
    expect(body.errors).toBeUndefined();
    expect(names).toEqual(['three alerts', 'two alerts', 'no alert', 'nothing received']);
    expect(told?.totalCount).toBe(4);
    expect(told?.edges[1]?.node).toEqual({
      id: expect.any(String),
      child: {
        id: children['two alerts'],
        name: { given: 'Robin', family: 'Testcase', preferred: null },
        dateOfBirth: expect.any(String),
      },
      status: 'CHILD_PROTECTION',
      school: { urn: place.school, name: 'Testcase Primary' },
      socialWorkTeam: 'North',
      thisWeek: {
        ...{ possible: 10, attended: 3, authorisedAbsence: 0, unauthorisedAbsence: 7, late: 0 },
        attendancePercent: 30,
      },
      trend: [
        ...['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02'].map(
          (weekBeginning) => ({
            weekBeginning,
            state: 'NOT_RECEIVED',
            attendancePercent: null,
          }),
        ),
        { weekBeginning: '2026-11-09', state: 'OPEN', attendancePercent: 100 },
        { weekBeginning: week, state: 'OPEN', attendancePercent: 30 },
      ],
      lastAttendedOn: '2026-11-17',
      // Wednesday and Thursday: the Friday bore no mark but a closure's.
      schoolDaysSinceAttended: 2,
      alerts: [
        {
          kind: 'UNEXPLAINED',
          fact: 'Absent with no reason given yet on two school days running, the first of them 16 November 2026.',
          since: week,
        },
        { kind: 'DROP', fact: 'Attended 3 of 10 sessions; 10 of 10 over the four weeks before.', since: week },
      ],
      actions: [],
    });
    expect(told?.edges[3]?.node).toMatchObject({ thisWeek: null, socialWorkTeam: null });
  });

  it('leaves out whose plan ended yesterday for the adviser, and not for the child’s social worker', async () => {
    expect((await listed(adviser)).names).not.toContain('ended yesterday');
    expect((await listed(worker)).names).toEqual(['ended yesterday', 'no alert']);
  });

  it('comes in pages that are together the whole list', async () => {
    const whole = (await listed(adviser)).names;
    const names: unknown[] = [];
    let after: string | null = null;
    for (let page = 0; page < 4; page += 1) {
      const got: Awaited<ReturnType<typeof listed>> = await listed(adviser, { first: 1, after });
      names.push(...(got.names ?? []));
      expect(got.told?.totalCount).toBe(4);
      expect(got.told?.pageInfo.hasNextPage).toBe(page < 3);
      after = got.told?.pageInfo.endCursor ?? null;
    }
    expect(names).toEqual(whole);
    expect((await listed(adviser, { after })).told).toMatchObject({ totalCount: 4, edges: [] });
  });

  it.each([
    [{ socialWorkTeam: 'South' }, ['three alerts']],
    [{ socialWorkTeam: '' }, ['nothing received']],
    [{ socialWorkTeam: 'Nowhere' }, []],
    [{ schoolUrn: '900002' }, ['three alerts']],
    [{ schoolUrn: '999999' }, []],
    [{ cohort: 'CHILD_IN_NEED' }, ['three alerts', 'no alert']],
    [{ cohort: 'CHILD_PROTECTION', socialWorkTeam: 'North' }, ['two alerts']],
    [{ week: '2026-11-09' }, ['until last week', 'nothing received']],
  ])('can be narrowed: %j', async (given, names) => {
    const got = await listed(adviser, given);
    expect(got.names).toEqual(names);
    expect(got.told?.totalCount).toBe(names.length);
  });

  it('takes three reads in the virtual school, whatever the page', async () => {
    const reads = async (first: number): Promise<number> => {
      const metric = hub.assembly.metrics.registry.getSingleMetric('hub_sql_statements_total');
      const now = async () =>
        (await metric?.get())?.values.find(({ labels }) => labels['operation'] === 'read')?.value ?? 0;
      const before = await now();
      await hub.ask(
        'virtual-school',
        adviser,
        'query Q($w: Date!, $n: Int) { attendanceTriangulation(week: $w, first: $n) { totalCount edges { node { status trend { state } alerts { fact } } } } }',
        { w: week, n: first },
      );
      return (await now()) - before;
    };
    expect([await reads(1), await reads(100)]).toEqual([3, 3]);
  });

  it.each([
    ['week', { week: '2026-11-17' }],
    ['week', { week: '2026-11-23' }],
    ['first', { first: 0 }],
    ['first', { first: 101 }],
    ['after', { after: 'nonsense' }],
    ['cohort', { cohort: 'LOOKED_AFTER' }],
  ])('names %s where it cannot be taken: %j', async (argument, given) => {
    const { body } = await listed(adviser, given);
    expect(body.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    expect(body.errors?.[0]?.message).toMatch(new RegExp(`^${argument} `));
  });

  it.each(['virtual-school-head', 'senco', 'headteacher', 'designated-safeguarding-lead', 'ehc-coordinator'] as const)(
    'is refused to a %s',
    async (persona) => {
      const { body, told } = await listed({ persona });
      expect(told).toBeNull();
      expect(body.errors?.[0]?.extensions.code).toBe('REFUSED');
    },
  );

  it.each(['commissioner', 'analyst'] as const)('is not a %s’s to ask', async (persona) => {
    const { body } = await listed({ persona });
    expect(body.data?.['attendanceTriangulation'] ?? null).toBeNull();
  });

  it('is whole where one opening names no more than two of its children', async () => {
    const { told } = await listed(adviser);
    await listAtMost(hub.admin, 2);
    expect((await listed(adviser)).told).toEqual(told);
    await listAtMost(hub.admin, 5000);
  });
});
