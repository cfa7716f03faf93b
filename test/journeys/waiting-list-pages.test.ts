import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Domain } from '../../platform/vocabulary/domain.js';
import { HealthService, WaitingStatus } from '../../subgraphs/health/waiting-list/status.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { lookAlongFrom } from '../support/pages-looked-along.js';
import { shareAs } from '../support/share-as.js';

interface Entry {
  readonly id: string;
  readonly receivedOn: string;
  readonly service: string;
  readonly status: string;
  readonly weeksWaiting: number;
  readonly provider: { readonly id: string } | null;
  readonly clock: { readonly state: string };
}

interface Filter {
  readonly services?: readonly HealthService[];
  readonly statuses?: readonly WaitingStatus[];
  readonly waitingAtLeastWeeks?: number;
  readonly providerId?: string;
  readonly breached?: boolean;
}

const told = 'id receivedOn service status weeksWaiting provider { id } clock { state }';
const question = `query List($filter: WaitingListFilter, $first: Int, $after: String) {
  waitingList(filter: $filter, first: $first, after: $after) {
    edges { node { ${told} } } pageInfo { hasNextPage endCursor } totalCount } }`;
const byIds = `query Entries($of: [_Any!]!) { _entities(representations: $of) { ... on WaitingListEntry { ${told} } } }`;

const askers = {
  clinician: { persona: 'camhs-clinician' },
  administrator: { persona: 'health-admin', provider: 'XSL02' },
  senco: { persona: 'senco', school: '900001' },
  officer: { persona: 'send-officer' },
  nobody: { persona: 'senco', school: '900888' },
} as const satisfies Record<string, As>;
const home = { clinician: 'XAC01', administrator: 'XSL02', senco: '', officer: '', nobody: '' };

let hub: TestHub;

/** A world of 240 children, some related, some hidden, some of two records, some with a referral kept to its provider. */
const world = [
  `insert into partnership.child (child_id, given, family, date_of_birth, sex)
    select md5('child ' || n)::uuid, 'Robin', 'Testcase', '2015-05-01', 'FEMALE' from generate_series(1, 240) n`,
  `insert into health.provider values ('XAC01', 'One'), ('XSL02', 'Two') on conflict do nothing`,
  `insert into health.waiting_list_entry
      (child_id, provider_ods, entry_ref, service, status, status_on, received_on, confidential)
    select md5('child ' || n)::uuid, case when n % 3 = 0 then 'XSL02' else 'XAC01' end, 'R' || n || '/' || k,
      (array['CAMHS', 'SALT', 'PHYSIOTHERAPY'])[1 + (n + k) % 3],
      case when n % 29 = 0 then 'ENTERED_IN_ERROR' when n % 5 = 0 then 'DISCHARGED' else 'ACCEPTED_WAITING' end,
      '2026-10-01', date '2026-10-01' - (n * 7 + k) % 40 * 5, n % 13 = 0
    from generate_series(1, 240) n cross join lateral generate_series(1, 1 + n % 3) k`,
  `insert into health.waiting_list_change (entry_id, child_id, to_status, effective_on, recorded_by)
    select id, child_id, status, received_on, 'file' from health.waiting_list_entry`,
  `insert into access.relationship
    select distinct child_id, 'org:' || provider_ods, 'REFERRAL', entry_ref,
      tstzrange('2026-01-01', case when hashtext(entry_ref) % 4 = 0 then timestamptz '2026-02-01' end)
    from health.waiting_list_entry`,
  `insert into access.relationship
    select md5('child ' || n)::uuid, 'org:900001', 'SCHOOL_ROLL', 'test', tstzrange('2026-01-01', null)
    from generate_series(1, 240, 4) n`,
  `insert into access.relationship
    select md5('child ' || n)::uuid, 'org:990', 'RESIDENCE', 'test', tstzrange('2026-01-01', null) from generate_series(1, 200) n`,
  `insert into access.restriction
    select md5('child ' || n)::uuid, 'SEALED', '2026-01-01', null from generate_series(1, 240, 11) n`,
  `insert into access.objection (child_id, about, purpose, valid, reference)
    select md5('child ' || n)::uuid, 'HEALTH', null, tstzrange('2026-01-01', null), 'test' from generate_series(5, 240, 17) n`,
  `insert into access.child_alias (held, canonical)
    select md5('child ' || n)::uuid, md5('child ' || n + 1)::uuid from generate_series(7, 230, 19) n`,
];

async function pagesOf(as: As, filter: Filter, first: number) {
  const entries: Entry[] = [];
  const sizes: number[] = [];
  let total: number | null = null;
  for (let after: string | null = null, more = true; more;) {
    const { body } = await hub.post(as, question, { filter, first, after });
    expect(body.errors).toBeUndefined();
    const page = body.data?.['waitingList'] as {
      readonly edges: readonly { readonly node: Entry }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly totalCount: number | null;
    };
    entries.push(...page.edges.map(({ node }) => node));
    sizes.push(page.edges.length);
    ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    total = page.totalCount;
  }
  return { entries, sizes, total };
}

/** Every entry by itself, as its own id is answered; then narrowed and put in order. */
async function slowly(as: As, org: string, filter: Filter): Promise<Entry[]> {
  const { rows } = await hub.admin.query<{ id: string }>(
    `select id from health.waiting_list_entry where status <> 'ENTERED_IN_ERROR'`,
  );
  const of = rows.map(({ id }) => ({ __typename: 'WaitingListEntry', id }));
  const { data, errors } = await hub.ask('health', as, byIds, { of });
  expect(errors).toBeUndefined();
  const seen = (data?.['_entities'] as (Entry | null)[]).filter((one) => one !== null);
  const provider = filter.providerId ?? (org === '' ? undefined : org);
  const place = ({ receivedOn, id }: Entry): string => `${receivedOn} ${id}`;
  return seen
    .filter((one) => filter.services?.includes(one.service as HealthService) ?? true)
    .filter((one) => filter.statuses?.includes(one.status as WaitingStatus) ?? true)
    .filter((one) => one.weeksWaiting >= (filter.waitingAtLeastWeeks ?? 0))
    .filter((one) => provider === undefined || one.provider?.id === provider)
    .filter((one) => filter.breached === undefined || (one.clock.state === 'BREACHED') === filter.breached)
    .sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

const filters = fc.record<Filter>(
  {
    services: fc.subarray([HealthService.CAMHS, HealthService.SALT, HealthService.PHYSIOTHERAPY], { minLength: 1 }),
    statuses: fc.subarray([WaitingStatus.DISCHARGED, WaitingStatus.ACCEPTED_WAITING], { minLength: 1 }),
    waitingAtLeastWeeks: fc.integer({ min: 0, max: 30 }),
    providerId: fc.constantFrom('XAC01', 'XSL02', 'XXX99'),
    breached: fc.boolean(),
  },
  { requiredKeys: [] },
);

const asker = fc.constantFrom(...(Object.keys(askers) as (keyof typeof askers)[]));

beforeAll(async () => {
  hub = await testHub();
  for (const statement of world) await hub.admin.query(statement);
});

afterAll(() => hub.close());

/** Pages, one after the other, are the whole list; all but the last are full; and their number is told rightly. */
const areTheWholeList = () =>
  fc.assert(
    fc.asyncProperty(asker, filters, fc.integer({ min: 5, max: 60 }), async (who, filter, first) => {
      const { entries, sizes, total } = await pagesOf(askers[who], filter, first);
      const all = await slowly(askers[who], home[who], filter);
      expect(entries).toEqual(all);
      expect(sizes.slice(0, -1).every((size) => size === first)).toBe(true);
      const counted = filter.breached === undefined && filter.waitingAtLeastWeeks === undefined;
      expect(total).toBe(counted ? all.length : null);
    }),
    { numRuns: 25, endOnFailure: true },
  );

describe('pages of a waiting list, taken one after the other', () => {
  it('are of something, for everybody but who is connected with nobody', async () => {
    for (const [who, as] of Object.entries(askers))
      expect((await pagesOf(as, {}, 100)).entries.length > 0).toBe(who !== 'nobody');
  });

  it('are the whole list where it is sorted from the caller’s children', areTheWholeList, 120_000);

  it('are the whole list where it is looked along, whether or not most of it is the caller’s', async () => {
    await lookAlongFrom(hub.admin, 3, 10);
    await areTheWholeList();
  });

  it('open no more children than the page and one', async () => {
    await hub.post(askers.clinician, question.replace('totalCount', ''), { first: 5 });
    const { rows } = await hub.admin.query<{ asked: number; permitted: number; subjects: string[] }>(
      `select cardinality(a.asked) asked, cardinality(a.permitted) permitted, a.subjects from health.audit a
       where a.kind = 'waiting-list-page' order by a.seq desc limit 1`,
    );
    expect(rows[0]?.asked).toBeGreaterThan(0);
    expect(rows[0]?.asked).toBeLessThanOrEqual(6);
    expect(JSON.parse(rows[0]?.subjects[0] ?? '')).toMatchObject({ provider: 'XAC01' });
  });

  it('find nothing by a provider that is not told, and the rest of what is told in part', async () => {
    await shareAs(hub, 'REDACTED', { about: Domain.HEALTH, tier: 'T3', basis: 'SCHOOL_ROLL' });
    expect((await pagesOf(askers.senco, { providerId: 'XAC01' }, 7)).entries).toEqual([]);
    const { entries } = await pagesOf(askers.senco, { services: [HealthService.SALT] }, 7);
    expect(entries.length).toBeGreaterThan(7);
    expect(entries).toEqual(await slowly(askers.senco, '', { services: [HealthService.SALT] }));
  });
});
