import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

let hub: TestHub;
let one: string;
let two: string;

const worker: As = { persona: 'social-worker' };
const head: As = { persona: 'virtual-school-head' };
const fact = 'Suspended from Testcase Primary from 9 November 2026, for 3 school days.';

interface Told {
  readonly id: string;
  readonly child: { readonly id: string } | null;
  readonly fact: string;
  readonly readAt: string | null;
  readonly riskConsidered: string | null;
  readonly version: number;
}

async function inbox(as: As): Promise<Told[]> {
  const { body } = await hub.post(as, '{ notices(first: 100) { id child { id } fact readAt riskConsidered version } }');
  expect(body.errors).toBeUndefined();
  return body.data?.['notices'] as Told[];
}

const told = async (as: As): Promise<string[]> =>
  (await inbox(as)).map((notice) => `${notice.fact} ${notice.riskConsidered ?? 'unread'}`).sort();

async function mark(as: As, childId: string, riskConsidered: string): Promise<void> {
  const notice = (await inbox(as)).find(({ child }) => child?.id === childId);
  const { body } = await hub.post(
    as,
    `mutation Mark($id: ID!, $said: String, $version: Int!, $key: ID!) {
       markNoticeRead(id: $id, riskConsidered: $said, expectedVersion: $version, idempotencyKey: $key) { version } }`,
    { id: notice?.id, said: riskConsidered, version: notice?.version, key: randomUUID() },
  );
  expect(body.errors).toBeUndefined();
}

async function suspended(child: string): Promise<void> {
  await hub.admin.query(
    `insert into education.suspension (id, child_id, urn, started_on, category, version, session, sessions, recorded_at)
     values (gen_random_uuid(), $1, $2, '2026-11-09', 'SUSPENSION', 1, 'AM', 6, now())`,
    [child, place.school],
  );
  await hub.admin.query(`insert into education.outbox (topic, child_id) values ('suspension-changed', $1)`, [child]);
}

async function linked(...ids: readonly string[]): Promise<void> {
  await hub.admin.query(`insert into partnership.outbox (topic, child_id) select 'child-linked', unnest($1::uuid[])`, [
    ids,
  ]);
  await settle(hub);
}

beforeAll(async () => {
  hub = await testHub();
  const relations = [
    { basis: 'CASELOAD', grantee: 'person:sw-001' },
    { basis: 'LOOKED_AFTER_DUTY', grantee: `org:${place.council}` },
  ];
  // Two records of one pupil, by a number that was put right: the school's file told of the suspension under each.
  [one, two] = [await arrangeChild(hub.admin, relations), await arrangeChild(hub.admin, relations)];
  // Who has the duty is worked out anew when records are linked.
  await hub.admin.query(`update social_care.status_interval set status = 'LOOKED_AFTER' where child_id = any ($1)`, [
    [one, two],
  ]);
  for (const child of [one, two]) await suspended(child);
  await settle(hub);
});

afterAll(() => hub.close());

describe('a suspension that two records of one child tell of', () => {
  it('is two notices while they are two children, and is marked for each', async () => {
    expect([await told(worker), await told(head)]).toEqual([
      [`${fact} unread`, `${fact} unread`],
      [`${fact} unread`, `${fact} unread`],
    ]);
    await mark(worker, two, 'The carers know.');
    await mark(head, one, 'The first school was asked.');
    await mark(head, two, 'A meeting is called.');
  });

  it('is one when they are linked, under whichever record, with all that was said of it', async () => {
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [two, one]);
    await linked(one, two);
    expect([await told(worker), await told(head)]).toEqual([
      [`${fact} The carers know.`],
      [`${fact} A meeting is called.`],
    ]);
    expect((await inbox(head)).map(({ version }) => version)).toEqual([3]);
    // Heard again it is no other.
    await linked(one, two);
    expect([(await inbox(worker)).length, (await inbox(head)).length]).toEqual([1, 1]);
    const { rows } = await hub.admin.query(
      `select distinct child_id, count(*)::int n from partnership.notice group by 1`,
    );
    expect(rows).toHaveLength(1);
  });

  it('can be marked again, and is told for each child when they are parted', async () => {
    const [{ child } = { child: null }] = await inbox(head);
    await mark(head, child?.id ?? '', 'All is well.');
    expect(await told(head)).toEqual([`${fact} All is well.`]);
    await hub.admin.query('delete from access.child_alias where held = $1', [two]);
    await linked(one, two);
    expect([await told(worker), await told(head)]).toEqual([
      [`${fact} The carers know.`, `${fact} unread`],
      [`${fact} All is well.`, `${fact} unread`],
    ]);
  });
});

describe('the end of a roll that two records of one child tell of', () => {
  const adviser: As = { persona: 'virtual-school-adviser' };
  let first: string;
  let again: string;

  const ends = async (): Promise<Told[]> =>
    (await inbox(adviser)).filter((notice) => notice.fact.startsWith('No longer on the roll of Testcase Primary'));
  const said = async (): Promise<string[]> =>
    (await ends()).map(({ riskConsidered }) => riskConsidered ?? 'unread').sort();
  /** Everything that education ever said of the two, said again. */
  const replay = async (): Promise<void> => {
    await hub.admin.query(`insert into education.outbox (topic, child_id) select 'roll-changed', unnest($1::uuid[])`, [
      [first, again],
    ]);
    await settle(hub);
  };

  beforeAll(async () => {
    const relations = [{ basis: 'PLAN_DUTY', grantee: `org:${place.council}` }];
    [first, again] = [await arrangeChild(hub.admin, relations), await arrangeChild(hub.admin, relations)];
    // The school told of the pupil again, under the number that was put right: the later word is what is shown.
    await hub.admin.query(
      `update education.enrolment set left_on = '2026-11-16', entry_on = case when child_id = $1 then '2024-09-02' else '2024-09-03' end::date,
         recorded_at = case when child_id = $1 then '2026-11-16' else '2026-11-17' end::timestamptz where child_id = any ($2)`,
      [first, [first, again]],
    );
    await replay();
  });

  it('is told for each while they are two children, and read of the first', async () => {
    expect(await said()).toEqual(['unread', 'unread']);
    const { id, version } = (await ends()).find(({ child }) => child?.id === first) ?? {};
    const { body } = await hub.post(
      adviser,
      `mutation Mark($id: ID!, $version: Int!, $key: ID!) {
         markNoticeRead(id: $id, riskConsidered: "A place is found.", expectedVersion: $version, idempotencyKey: $key) { version } }`,
      { id, version, key: randomUUID() },
    );
    expect(body.errors).toBeUndefined();
    expect(await said()).toEqual(['A place is found.', 'unread']);
  });

  it('is one when they are linked, and stays read, however often it is said again', async () => {
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [again, first]);
    await linked(first, again);
    expect(await said()).toEqual(['A place is found.']);
    await replay();
    expect(await said()).toEqual(['A place is found.']);
  });

  it('is one when the other record is what is shown, and is told for each child when they are parted', async () => {
    await hub.admin.query(`update education.enrolment set recorded_at = '2026-11-18' where child_id = $1`, [first]);
    await replay();
    expect(await said()).toEqual(['A place is found.']);
    await hub.admin.query('delete from access.child_alias where held = $1', [again]);
    await linked(first, again);
    await replay();
    expect(await said()).toEqual(['A place is found.', 'unread']);
    expect((await ends()).find(({ child }) => child?.id === first)?.riskConsidered).toBe('A place is found.');
  });
});
