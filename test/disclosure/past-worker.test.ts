import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStatement } from '../../platform/db/open-statement.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

// A school learns that a social worker works with a child today, and who. Of workers and plans that were, nobody at the
// school learns even that they were: a number of such children is all there is for them.

const { SOCIAL_CARE, VIRTUAL_SCHOOL } = Domain;
let hub: TestHub;
let now: string;
let until: string;

const school: readonly As[] = [
  { persona: 'senco' },
  { persona: 'senco', purpose: 'EARLY_HELP' },
  { persona: 'senco', purpose: 'EHC_ASSESSMENT' },
  { persona: 'headteacher' },
  { persona: 'designated-safeguarding-lead' },
  { persona: 'designated-safeguarding-lead', purpose: 'TEAM_AROUND_SCHOOL' },
];
const named = school.map((as) => [`${as.persona} ${as.purpose ?? ''}`.trim(), as] as const);
const today = '2026-11-20';

/** A child on a protection plan since March, with a worker and a copy in the virtual school, until a day. */
async function onPlan(last: string | null): Promise<string> {
  const id = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
  for (const table of ['status_interval', 'allocation', 'social_worker_presence'])
    await hub.admin.query(`update social_care.${table} set held_until = $2 where child_id = $1`, [id, last]);
  await hub.admin.query(
    `insert into social_care.care_plan (child_id, source, source_ref, kind, started_on, ended_on)
     values ($1, 'test', 'plan', 'CHILD_PROTECTION', '2026-03-02', $2)`,
    [id, last],
  );
  await hub.admin.query(
    `insert into social_care.outbox (topic, child_id) values ('involvement-changed', $1), ('allocation-changed', $1)`,
    [id],
  );
  return id;
}

beforeAll(async () => {
  hub = await testHub();
  [now, until] = [await onPlan(null), await onPlan(today)];
  await settle(hub);
});

afterAll(() => hub.close());

const question = `query Look($id: ID!) { child(id: $id) { team { name domain }
  socialCare { status hasSocialWorker worker { name } plan { kind } intervals { from until } }
  virtualSchool { cohorts attendanceWhile(status: CHILD_PROTECTION) { possible } } } }`;

interface Told {
  readonly team: readonly { readonly domain: string }[];
  readonly socialCare: Readonly<Record<string, unknown>>;
  readonly virtualSchool: unknown;
}

async function told(as: As, id: string): Promise<Told> {
  const { body } = await hub.post(as, question, { id });
  expect(body.errors).toBeUndefined();
  return body.data?.['child'] as Told;
}

/** What the domain's own login sees of a child under somebody's voucher, as if every line of ours were wrong. */
async function rowsOf(as: As, domain: Domain, tables: readonly string[], id: string): Promise<string[]> {
  const app = await hub.appClient(domain);
  const tiers = ['T3', 'EXISTENCE'] as const;
  const frame = { holder: domain, about: SOCIAL_CARE, act: 'READ', kind: 'child', keys: [id] } as const;
  await app.query('begin');
  try {
    const asked = tiers.map((tier) => ({ ...frame, tier, operation: `test ${randomUUID()}` }));
    await app.query(openStatement(await hub.voucher(as), asked));
    const seen: string[] = [];
    for (const table of tables)
      if ((await app.query(`select from ${table} where child_id = $1`, [id])).rowCount) seen.push(table);
    return seen;
  } finally {
    await app.query('commit');
  }
}

const facts = ['status_interval', 'allocation', 'care_plan', 'social_worker_presence'].map(
  (one) => `social_care.${one}`,
);
const copies = ['virtual_school.kept_interval', 'virtual_school.kept_allocation'];

describe.each(named)('a school’s %s', (_, as) => {
  it('learns that a social worker works with a child today, and who', async () => {
    const { socialCare, team } = await told(as, now);
    expect(socialCare).toEqual({
      ...{ status: 'CHILD_PROTECTION', hasSocialWorker: true, worker: { name: 'Jo Marsden' } },
      ...{ plan: { kind: 'CHILD_PROTECTION' }, intervals: null },
    });
    expect(team).toContainEqual({ name: 'Jo Marsden', domain: 'SOCIAL_CARE' });
    expect(await rowsOf(as, SOCIAL_CARE, facts, now)).toEqual(facts);
    expect(await rowsOf(as, VIRTUAL_SCHOOL, copies, now)).toEqual(copies);
  });

  it('learns nothing of who worked with a child until yesterday, nor that somebody did', async () => {
    const never = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
    for (const table of ['status_interval', 'allocation', 'social_worker_presence'])
      await hub.admin.query(`delete from social_care.${table} where child_id = $1`, [never]);
    const past = await told(as, until);
    const strange = await told(as, never);
    expect(past.socialCare).toEqual(strange.socialCare);
    expect(past.virtualSchool).toEqual(strange.virtualSchool);
    expect(past.team.filter(({ domain }) => domain === 'SOCIAL_CARE' || domain === 'VIRTUAL_SCHOOL')).toEqual([]);
    expect(past).toMatchObject({
      socialCare: { status: null, worker: null, plan: null, intervals: null },
      virtualSchool: { cohorts: [], attendanceWhile: null },
    });
    expect(await rowsOf(as, SOCIAL_CARE, facts, until)).toEqual([]);
    expect(await rowsOf(as, VIRTUAL_SCHOOL, copies, until)).toEqual([]);
  });
});

describe('whoever plans the child’s care', () => {
  it('sees what was, so that there was something to withhold', async () => {
    await hub.admin.query(
      `insert into access.relationship (child_id, grantee, basis, reference, valid) values ($1, 'person:sw-001', 'CASELOAD', 'test', tstzrange('2026-01-01', null))`,
      [until],
    );
    const { socialCare } = await told({ persona: 'social-worker' }, until);
    expect(socialCare).toMatchObject({ status: null, intervals: [{ from: '2026-03-02', until: today }] });
  });
});
