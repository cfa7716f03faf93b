import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeChild } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';
import { listAtMost } from '../support/short-lists.js';

let hub: TestHub;
const head = { persona: 'virtual-school-head' } as const;
const adviser = { persona: 'virtual-school-adviser' } as const;
const query = `query Overdue($first: Int, $after: String) { pepsOverdue(first: $first, after: $after) {
  edges { node { child { id name { given } } daysOverdue plan { term dueOn completedOn state } } cursor }
  pageInfo { hasNextPage endCursor } totalCount } }`;

interface Page {
  readonly edges: readonly {
    readonly node: {
      readonly child: { readonly id: string; readonly name: { readonly given: string } };
      readonly daysOverdue: number;
      readonly plan: object;
    };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

const ask = async (as: As, variables: object = {}) => (await hub.post(as, query, { ...variables })).body;

async function page(variables: object = {}, as: As = head): Promise<Page> {
  const { data, errors } = await ask(as, variables);
  expect(errors).toBeUndefined();
  return data?.['pepsOverdue'] as Page;
}

const idsOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.child.id);

/** Looked after from a day, with an Autumn plan or none. */
async function inCare(from: string, plan: { dueOn: string; completedOn: string | null } | null): Promise<string> {
  const id = await arrangeChild(hub.admin);
  await hub.admin.query('delete from virtual_school.pep where child_id = $1', [id]);
  await hub.admin.query('delete from social_care.status_interval where child_id = $1', [id]);
  await hub.admin.query(
    `insert into social_care.status_interval values ($1, 'test', 'LOOKED_AFTER/' || $2, 'LOOKED_AFTER', $2::date, null)`,
    [id, from],
  );
  if (plan)
    await hub.admin.query(
      `insert into virtual_school.pep (child_id, term, due_on, completed_on) values ($1, '2026/27 Autumn', $2, $3)`,
      [id, plan.dueOn, plan.completedOn],
    );
  await tell('social_care', 'involvement-changed', id);
  return id;
}

async function tell(schema: string, topic: string, id: string): Promise<void> {
  await hub.admin.query(`insert into ${schema}.outbox (topic, child_id) values ($1, $2)`, [topic, id]);
  await settle(hub);
}

let never: string;
let late: string;
let leaves: string;

// The day is 2026-11-20.
beforeAll(async () => {
  hub = await testHub();
  never = await inCare('2026-09-21', null);
  late = await inCare('2026-02-02', { dueOn: '2026-10-09', completedOn: null });
  leaves = await inCare('2026-10-05', null);
  await inCare('2026-02-02', { dueOn: '2026-10-09', completedOn: '2026-11-01' });
  await inCare('2026-11-02', null);
});

afterAll(() => hub.close());

describe('the looked-after children whose plan is overdue', () => {
  it('are listed to head and adviser by name, the longest overdue first', async () => {
    const listed = await page();
    expect(listed.totalCount).toBe(3);
    expect(listed.edges.map(({ node }) => [node.child.id, node.daysOverdue, node.plan])).toEqual([
      [late, 42, { term: '2026/27 Autumn', dueOn: '2026-10-09', completedOn: null, state: 'BREACHED' }],
      [never, 32, { term: '2026/27 Autumn', dueOn: '2026-10-19', completedOn: null, state: 'BREACHED' }],
      [leaves, 18, { term: '2026/27 Autumn', dueOn: '2026-11-02', completedOn: null, state: 'BREACHED' }],
    ]);
    expect(listed.edges.every(({ node }) => node.child.name.given === 'Robin')).toBe(true);
    expect(await page({}, adviser)).toEqual(listed);
  });

  it('are asked page by page', async () => {
    const one = await page({ first: 2 });
    expect([idsOf(one), one.pageInfo.hasNextPage, one.totalCount]).toEqual([[late, never], true, 3]);
    const two = await page({ first: 2, after: one.pageInfo.endCursor });
    expect([idsOf(two), two.pageInfo.hasNextPage]).toEqual([[leaves], false]);
  });

  it('are all of them where one opening names no more than two children', async () => {
    const whole = await page();
    await listAtMost(hub.admin, 2);
    expect(await page()).toEqual(whole);
    await listAtMost(hub.admin, 5000);
  });

  it('are one read of each, in one transaction, written down for every child it is told of', async () => {
    await page();
    const { rows } = await hub.admin.query<{ opened: string; permitted: number }>(
      `select concat_ws(' ', about, tier) opened, cardinality(permitted) permitted from virtual_school.audit
       where operation = 'pepsOverdue' and seq > (select max(seq) - 2 from virtual_school.audit where operation = 'pepsOverdue')
       order by 1`,
    );
    expect(rows).toEqual([
      { opened: 'SOCIAL_CARE T3', permitted: 5 },
      { opened: 'VIRTUAL_SCHOOL T2', permitted: 5 },
    ]);
  });

  it.each(['senco', 'social-worker', 'headteacher', 'send-officer'] as const)(
    'are refused to a %s, of whom nobody is opened',
    async (persona) => {
      const { data, errors } = await ask({ persona });
      expect(data?.['pepsOverdue'] ?? null).toBeNull();
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['REFUSED']);
      const { rows } = await hub.admin.query<{ opened: number }>(
        `select cardinality(permitted) opened from virtual_school.audit
         where operation = 'pepsOverdue' and actor = (select actor from virtual_school.audit order by seq desc limit 1)`,
      );
      expect(new Set(rows.map(({ opened }) => opened))).toEqual(new Set([0]));
    },
  );

  it.each([
    [{ first: 0 }, 'first must be from 1 to 100.'],
    [{ first: 101 }, 'first must be from 1 to 100.'],
    [{ after: 'nowhere' }, 'after must be a cursor of this list.'],
  ])('are not asked with %p', async (variables, message) => {
    const { errors } = await ask(head, variables);
    expect(errors?.map((error) => [error.extensions.code, error.message])).toEqual([['INVALID_INPUT', message]]);
  });

  it('are no more when care ends, when a plan is completed, or with a life', async () => {
    await hub.admin.query(`update social_care.status_interval set held_until = '2026-11-20' where child_id = $1`, [
      leaves,
    ]);
    await tell('social_care', 'involvement-changed', leaves);
    expect(idsOf(await page())).toEqual([late, never]);
    await hub.admin.query(`update virtual_school.pep set completed_on = '2026-11-19' where child_id = $1`, [late]);
    expect(idsOf(await page())).toEqual([never]);
    await hub.admin.query(`insert into access.death values ($1, '2026-11-20')`, [never]);
    expect(await page()).toMatchObject({ edges: [], totalCount: 0 });
  });
});
