import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { arrangeChild } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

/** The week before the one that the tests' area stands in, and the term to its end. */
const lastWeek = '2026-11-09';
const period = { from: '2026-09-07', to: '2026-11-15' };

const head = { persona: 'virtual-school-head' } as const;
const adviser = { persona: 'virtual-school-adviser' } as const;

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub({ area: true });
});
afterAll(() => hub.close());

/** Asks one of the hub's own operations, as production would let it be asked. */
async function ask<Answer>(as: As, name: string, variables: Record<string, unknown>): Promise<Answer> {
  const text = operations().find((one) => one.name === name)?.text;
  if (text === undefined) throw new TypeError(`There is no operation ${name}.`);
  const { body } = await hub.post(as, text, variables);
  expect([name, as.persona, body.errors]).toEqual([name, as.persona, undefined]);
  return body.data as Answer;
}

interface Action {
  readonly id: string;
  readonly what: string;
  readonly doneOn: string | null;
  readonly version: number;
}
interface Item {
  readonly child: { readonly id: string; readonly name: { readonly family: string } };
  readonly school: { readonly name: string } | null;
  readonly socialWorkTeam: string | null;
  readonly thisWeek: { readonly possible: number } | null;
  readonly actions: readonly Action[];
}
interface List {
  readonly attendanceTriangulation: { readonly edges: readonly { readonly node: Item }[] };
}

async function weeklyList(as: As, variables: Record<string, unknown> = {}): Promise<readonly Item[]> {
  const { attendanceTriangulation } = await ask<List>(as, 'weekly-list', { week: lastWeek, ...variables });
  return attendanceTriangulation.edges.map(({ node }) => node);
}

interface Figures {
  readonly groups: readonly {
    readonly key: readonly string[];
    readonly children: number | null;
    readonly possible: number | null;
    readonly suppressed: boolean;
  }[];
}

describe('the head’s week, in two operations', () => {
  it('has the figures of the cohort as a whole, by week, by school and by team', async () => {
    const shown = await ask<Record<string, Figures>>(head, 'cohort-attendance', { cohort: 'ON_PLAN', ...period });
    expect(Object.keys(shown)).toEqual(['whole', 'byWeek', 'bySchool', 'byTeam']);
    for (const { groups } of Object.values(shown)) {
      expect(groups.length).toBeGreaterThan(0);
      expect(groups.filter(({ suppressed, children }) => suppressed || children === null)).toEqual([]);
    }
    const sum = (groups: Figures['groups']) => groups.reduce((all, { possible }) => all + (possible ?? 0), 0);
    expect(Object.values(shown).map(({ groups }) => sum(groups))).toEqual(
      Object.values(shown).map(() => shown['whole']?.groups[0]?.possible),
    );
  });

  it('has how far the term’s plans are done', async () => {
    const { pepCompliance } = await ask<{ pepCompliance: { eligible: number; suppressed: boolean } }>(
      head,
      'pep-compliance',
      { term: '2026/27 Autumn' },
    );
    expect(pepCompliance).toMatchObject({ suppressed: false });
    expect(pepCompliance.eligible).toBeGreaterThan(0);
  });

  it('has no names: the weekly list is refused', async () => {
    const text = operations().find(({ name }) => name === 'weekly-list')?.text ?? '';
    const { body } = await hub.post(head, text, { week: lastWeek });
    expect(body.data?.['attendanceTriangulation']).toBeNull();
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['REFUSED']);
  });
});

describe('the adviser’s week, in two operations', () => {
  it('has the list by name, with what was agreed', async () => {
    const list = await weeklyList(adviser);
    expect(list.filter(({ child, school }) => child.name.family !== '' && school !== null).length).toBeGreaterThan(1);
    expect(list.some(({ thisWeek }) => (thisWeek?.possible ?? 0) > 0)).toBe(true);
  });

  it('agrees what is to be done, finds it on the list until it is done, and as done then', async () => {
    const childId = hub.story('cin-persistently-absent').id;
    const actionsOf = async (): Promise<readonly Action[]> =>
      (await weeklyList(adviser, { week: '2026-11-16' })).find(({ child }) => child.id === childId)?.actions ?? [];
    const what = 'Ask the school for the reasons of last week';
    const key = () => ({ idempotencyKey: randomUUID() });
    const { recordAction } = await ask<{ recordAction: Action }>(adviser, 'record-action', {
      ...{ childId, what, owner: 'Adviser', dueOn: '2026-11-27', ...key() },
    });
    expect(await actionsOf()).toMatchObject([{ id: recordAction.id, what, doneOn: null }]);
    const { id, version: expectedVersion } = recordAction;
    await ask(adviser, 'complete-action', { id, expectedVersion, ...key() });
    expect(await actionsOf()).toMatchObject([{ id, doneOn: '2026-11-20' }]);
  });

  it('has the plans that are overdue, by name: here of a child in care since September without one', async () => {
    const id = await arrangeChild(hub.admin);
    await hub.admin.query('delete from virtual_school.pep where child_id = $1', [id]);
    await hub.admin.query('delete from social_care.status_interval where child_id = $1', [id]);
    await hub.admin.query(
      `insert into social_care.status_interval values ($1, 'test', 'LOOKED_AFTER', 'LOOKED_AFTER', '2026-09-21', null)`,
      [id],
    );
    await hub.admin.query(`insert into social_care.outbox (topic, child_id) values ('involvement-changed', $1)`, [id]);
    await settle(hub);
    const { pepsOverdue } = await ask<{ pepsOverdue: { edges: readonly { node: unknown }[]; totalCount: number } }>(
      adviser,
      'peps-overdue',
      {},
    );
    expect(pepsOverdue.totalCount).toBe(pepsOverdue.edges.length);
    expect(pepsOverdue.edges.map(({ node }) => node)).toContainEqual({
      daysOverdue: 32,
      child: { id, name: { given: 'Robin', family: 'Testcase', preferred: null }, dateOfBirth: expect.any(String) },
      plan: {
        ...{ term: '2026/27 Autumn', initiateBy: '2026-10-05', dueOn: '2026-10-19' },
        ...{ completedOn: null, state: 'BREACHED' },
      },
    });
  });
});

describe('others read', () => {
  it('a team manager and a social worker: the list of their own children', async () => {
    const everyone = new Set((await weeklyList(adviser)).map(({ child }) => child.id));
    for (const persona of ['social-work-team-manager', 'social-worker'] as const) {
      const own = await weeklyList({ persona });
      expect([persona, own.length > 0 && own.length < everyone.size]).toEqual([persona, true]);
      expect(own.filter(({ child }) => !everyone.has(child.id))).toEqual([]);
    }
  });

  it.each(['analyst', 'commissioner'] as const)('%s: figures, the small ones hidden', async (persona) => {
    const shown = await ask<Record<string, Figures>>({ persona }, 'cohort-attendance', {
      cohort: 'CHILD_PROTECTION',
      ...period,
    });
    expect(shown['whole']?.groups).toMatchObject([{ suppressed: true, children: null, possible: null }]);
  });

  it('a headteacher: how many of the own school’s pupils ever had a social worker', async () => {
    const { cohortAttendance } = await ask<{ cohortAttendance: Figures }>(
      { persona: 'headteacher', school: '900001' },
      'cohort-attendance-by',
      // A number of few children tells more the shorter its period is: whole terms or years.
      { cohort: 'EVER_SOCIAL_WORKER', by: ['SCHOOL'], from: '2026-09-01', to: '2026-12-31' },
    );
    expect(cohortAttendance.groups.map(({ key }) => key)).toEqual([['900001']]);
    expect(cohortAttendance.groups[0]?.children).toBeGreaterThan(0);
    expect(cohortAttendance.groups[0]?.possible).toBeNull();
  });
});
