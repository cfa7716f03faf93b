import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import type { Voucher } from '../../platform/auth/minter.js';
import { openStatement } from '../../platform/db/open-statement.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { testHub, type TestHub } from '../support/hub.js';
import { asking, type Asking, openUnit, undone } from '../support/opening.js';

const { PARTNERSHIP, EDUCATION, HEALTH, SOCIAL_CARE, VIRTUAL_SCHOOL } = Domain;

/** A school of a hundred pupils, and one of thirty thousand: a page asked about is as long in either. */
const small = { urn: '900001', pupils: 100 };
const large = { urn: '900002', pupils: 30_000 };

let hub: TestHub;
let unit: Client;

beforeAll(async () => {
  hub = await testHub();
  unit = await hub.unitClient();
  for (const { urn, pupils } of [small, large]) {
    await hub.admin.query(
      `insert into access.relationship (child_id, grantee, basis, reference, valid)
       select md5($1 || n)::uuid, 'org:' || $1, 'SCHOOL_ROLL', 'test', tstzrange('2026-01-01', null) from generate_series(1, $2::int) n`,
      [urn, pupils],
    );
    // The first child of each is known to thirty others: workers, teams, providers.
    await hub.admin.query(
      `insert into access.relationship (child_id, grantee, basis, reference, valid)
       select md5($1 || 1)::uuid, 'person:worker-' || n, 'CASELOAD', 'test', tstzrange('2026-01-01', null) from generate_series(1, 30) n`,
      [urn],
    );
  }
  await hub.admin.query('vacuum analyze access.relationship');
});

afterAll(() => hub.close());

/** The first children of a school, the one whom many know among them. */
async function childrenOf(urn: string, many: number): Promise<string[]> {
  const { rows } = await hub.admin.query<{ id: string }>(
    'select md5($1 || n)::uuid id from generate_series(1, $2::int) n',
    [urn, many],
  );
  return rows.map(({ id }) => id);
}

/** As the holistic question asks: five domains, and partnership's copies of the other four. */
const holistic = (ids: readonly string[]): Asking[] => [
  asking(PARTNERSHIP, ids),
  asking(EDUCATION, ids),
  asking(HEALTH, ids),
  asking(SOCIAL_CARE, ids),
  asking(SOCIAL_CARE, ids, { tier: 'EXISTENCE' }),
  asking(VIRTUAL_SCHOOL, ids),
  asking(VIRTUAL_SCHOOL, ids, { about: SOCIAL_CARE, tier: 'T3' }),
  ...([EDUCATION, HEALTH, SOCIAL_CARE, VIRTUAL_SCHOOL] as const).map((about) =>
    asking(PARTNERSHIP, ids, { about, tier: 'T2', operation: 'team' }),
  ),
];

const page = (ids: readonly string[]): Asking[] =>
  [EDUCATION, HEALTH, SOCIAL_CARE, VIRTUAL_SCHOOL].map((domain) => asking(domain, ids));

interface Plan {
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
}

/** How many pages the database looks at to open this unit, everything that its functions ask included. */
async function pagesOf(voucher: Voucher, requests: readonly Asking[]): Promise<number> {
  return undone(unit, async () => {
    // What a connection asks for the first time it also looks up in the catalogue.
    for (let times = 0; times < 3; times += 1) {
      await unit.query('savepoint before');
      await openUnit(unit, voucher, requests);
      await unit.query('rollback to savepoint before');
    }
    const { text, values } = openStatement(voucher, requests);
    const { rows } = await unit.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, buffers, timing off, format json) ${text}`,
      values,
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    return (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
  });
}

describe('what opening a unit reads', () => {
  it.each([
    ['a holistic question', holistic, 1, 120],
    ['a page of a hundred children', page, 100, 600],
  ] as const)('does not grow with how many children the caller knows: %s', async (_, requests, many, atMost) => {
    const pages: number[] = [];
    for (const { urn } of [small, large]) {
      const voucher = await hub.voucher({ persona: 'senco', school: urn });
      const asked = requests(await childrenOf(urn, many));
      const opened = await undone(unit, () => openUnit(unit, voucher, asked));
      expect(opened[1]?.permitted).toHaveLength(many);
      pages.push(await pagesOf(voucher, asked));
    }
    const [ofSmall = 0, ofLarge = 0] = pages;
    expect(ofSmall).toBeGreaterThan(0);
    // An index of three hundred times as many rows is a level or two higher: some pages more a child, and no more.
    expect(ofLarge).toBeLessThan(ofSmall + 40 + 4 * many);
    expect(ofLarge).toBeLessThan(atMost);
  });
});

/** The plan of every statement that functions send for one statement of the administrator's, as PostgreSQL logs it. */
async function plansWithin(text: string, values: readonly unknown[]): Promise<string> {
  const plans: string[] = [];
  const hear = ({ message }: { readonly message?: string | undefined }): void => void plans.push(message ?? '');
  hub.admin.on('notice', hear);
  try {
    return await undone(hub.admin, async () => {
      await hub.admin.query(
        `load 'auto_explain'; set local auto_explain.log_min_duration = 0; set local auto_explain.log_nested_statements = on;
         set local client_min_messages = log`,
      );
      await hub.admin.query(text, [...values]);
      return plans.join('\n');
    });
  } finally {
    hub.admin.off('notice', hear);
  }
}

describe('a key of an entry', () => {
  it('is looked up by itself: no other kind of key is planned with it', async () => {
    const keys = [['a3b1b7a2-0f0e-4c53-9a57-0d3a64a1c1de']];
    const plan = await plansWithin(`select * from health.subjects('waiting-list-entry', $1)`, keys);
    expect(plan).toContain('waiting_list_entry_pkey');
    // With the others it is one of several, of which one reads every entry: that starts further processes for each key.
    expect(plan).not.toContain('Append');
  });
});

describe('the ids of a child’s records', () => {
  it('are read within the statement that asks for them, of five thousand children by hashes', async () => {
    const health = await hub.appClient(HEALTH);
    const { rows } = await health.query<{ 'QUERY PLAN': string }>(
      'explain select e.id from ctx.keys($1) k join health.waiting_list_entry e on e.child_id = k.held',
      [[]],
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    // A call of its own would be one line, and everything it reads out of sight.
    expect(plan).not.toContain('Function Scan on keys');
    expect(plan).toContain('HashSetOp Intersect');
    expect(plan).toContain('hashed SubPlan');
  });
});
