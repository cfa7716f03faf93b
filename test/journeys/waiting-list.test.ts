import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../platform/vocabulary/role.js';
import { testHub, type TestHub } from '../support/hub.js';
import { type Line, listed, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';

const question = `query List($filter: WaitingListFilter, $first: Int, $after: String) {
  waitingList(filter: $filter, first: $first, after: $after) {
    edges { cursor node { receivedOn service status weeksWaiting provider { id } supportWhileWaiting } }
    pageInfo { hasNextPage endCursor } totalCount } }`;

interface Listed {
  readonly edges: readonly {
    readonly node: { readonly receivedOn: string; readonly service: string; readonly status: string };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number | null;
}

let hub: TestHub;
const admin = { persona: 'health-admin' } as const;
const senco = { persona: 'senco' } as const;

async function ask(as: { persona: Role }, variables: object = {}) {
  const { body } = await hub.post(as, question, { ...variables });
  const list = body.data?.['waitingList'] as Listed | null;
  return {
    list,
    days: list?.edges.map(({ node }) => node.receivedOn),
    codes: body.errors?.map((one) => one.extensions.code),
  };
}

const list = (n: number, status: string, received: string, over: Line = {}): Promise<unknown> =>
  take(hub, 'waiting-list', [listed(pupil(n), status, { status_on: received, received_on: received, ...over })]);

beforeAll(async () => {
  hub = await testHub();
  await list(1, 'REFERRED', '2026-11-02', { support_while_waiting: 'Advice line' });
  await list(2, 'ACCEPTED_WAITING', '2026-06-01', { service: 'SALT' });
  await list(3, 'REDIRECTED', '2026-08-03', { reason: 'Better met by the school team', status_on: '2026-11-09' });
  await list(4, 'ENTERED_IN_ERROR', '2026-05-04');
  await list(2, 'REFERRED', '2026-07-06', { provider_ods: 'XSL02', entry_ref: 'ANOTHER', service: 'SALT' });
  await settle(hub);
  // Two of them are on the roll of a school.
  await hub.admin.query(
    `insert into access.relationship
     select distinct child_id, 'org:900001', 'SCHOOL_ROLL', 'test', tstzrange('2026-01-01', null)
     from health.waiting_list_entry where entry_ref in ($1, $2)`,
    [`REF-${pupil(2).upn}`, `REF-${pupil(3).upn}`],
  );
});

afterAll(() => hub.close());

describe('waitingList', () => {
  it('is a provider’s own list, the longest since received first, without what was entered in error', async () => {
    const { days, list: own } = await ask(admin);
    expect(days).toEqual(['2026-06-01', '2026-08-03', '2026-11-02']);
    expect(own).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false } });
    expect(own?.edges.at(-1)?.node).toMatchObject({ supportWhileWaiting: ['Advice line'], provider: { id: 'XAC01' } });
  });

  it('is of a school’s own roll: what was redirected is seen as such', async () => {
    const { list: own } = await ask(senco);
    expect(own?.edges.map(({ node }) => [node.receivedOn, node.status])).toEqual([
      ['2026-06-01', 'ACCEPTED_WAITING'],
      ['2026-07-06', 'REFERRED'],
      ['2026-08-03', 'REDIRECTED'],
    ]);
    expect((await ask(senco, { filter: { schoolUrn: '900001' } })).days).toHaveLength(3);
    expect((await ask(senco, { filter: { schoolUrn: '900002' } })).days).toEqual([]);
  });

  it('is of the school’s own roll alone where it is asked for, whomever else its staff are connected with', async () => {
    await hub.admin.query(
      `insert into access.relationship
       select child_id, 'team:tas:900002', 'TEAM_AROUND_SCHOOL', 'test', tstzrange('2026-01-01', null)
       from health.waiting_list_entry where entry_ref = $1`,
      [`REF-${pupil(1).upn}`],
    );
    await hub.admin.query(
      `insert into access.membership (team, subject, valid) values ('tas:900002', 'senco.900001', tstzrange('2026-01-01', null))`,
    );
    const [all, own] = [await ask(senco), await ask(senco, { filter: { schoolUrn: '900001' } })];
    expect([all.days?.length, all.list?.totalCount]).toEqual([4, 4]);
    expect([own.days?.length, own.list?.totalCount]).toEqual([3, 3]);
  });

  it('is taken page by page, each entry once', async () => {
    const first = await ask(admin, { first: 2 });
    expect(first.days).toEqual(['2026-06-01', '2026-08-03']);
    expect(first.list?.pageInfo.hasNextPage).toBe(true);
    const rest = await ask(admin, { first: 2, after: first.list?.pageInfo.endCursor });
    expect(rest.days).toEqual(['2026-11-02']);
    expect(rest.list?.pageInfo.hasNextPage).toBe(false);
  });

  it.each([
    [{ services: ['SALT'] }, ['2026-06-01']],
    [{ statuses: ['REDIRECTED', 'REFERRED'] }, ['2026-08-03', '2026-11-02']],
    [{ waitingAtLeastWeeks: 24 }, ['2026-06-01']],
    [{ waitingAtLeastWeeks: 25 }, []],
    [{ breached: true }, ['2026-06-01', '2026-08-03']],
    [{ breached: false }, ['2026-11-02']],
    [{ providerId: 'XSL02' }, ['2026-07-06']],
  ])('is narrowed by %j', async (filter, expected) => {
    expect((await ask(admin, { filter })).days).toEqual(expected);
  });

  it('is refused to who is shown no child’s wait, and for what cannot be asked', async () => {
    expect((await ask({ persona: 'team-around-school-lead' })).days).toEqual([]);
    expect((await ask({ persona: 'match-reviewer' })).codes).not.toEqual([]);
    for (const bad of [{ first: 0 }, { first: 101 }, { after: 'x' }, { filter: { waitingAtLeastWeeks: -1 } }])
      expect((await ask(admin, bad)).codes).toEqual(['INVALID_INPUT']);
    expect((await ask(admin, { filter: { schoolUrn: '900001' } })).codes).toEqual(['INVALID_INPUT']);
  });
});
