import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

let hub: TestHub;

const worker: As = { persona: 'social-worker' };
const head: As = { persona: 'virtual-school-head' };
const adviser: As = { persona: 'virtual-school-adviser' };
const lead: As = { persona: 'designated-safeguarding-lead' };
const senco: As = { persona: 'senco' };
const today = '2026-11-20';
const nextSchool = '900002';
const unit = '900003';

const caseload = { basis: 'CASELOAD', grantee: 'person:sw-001' };
const looked = { basis: 'LOOKED_AFTER_DUTY', grantee: `org:${place.council}` };
const plan = { basis: 'PLAN_DUTY', grantee: `org:${place.council}` };
const roll = { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` };

beforeAll(async () => {
  hub = await testHub();
  await hub.admin.query(
    `insert into education.school (urn, name, type, status, local_authority_code, local_authority_name)
     values ($1, 'Testcase Primary', 'Community school', 'Open', '990', 'Aldermere'),
       ($2, 'Second Testcase School', 'Community school', 'Open', '990', 'Aldermere'),
       ($3, 'Testcase Unit', 'Pupil referral unit', 'Open', '990', 'Aldermere')`,
    [place.school, nextSchool, unit],
  );
});

afterAll(() => hub.close());

interface Told {
  readonly id: string;
  readonly child: { readonly id: string } | null;
  readonly kind: string;
  readonly fact: string;
  readonly raisedAt: string;
  readonly readAt: string | null;
  readonly riskConsidered: string | null;
  readonly version: number;
}

const inbox = /* GraphQL */ `
  query Inbox($read: Boolean, $first: Int, $after: String) {
    notices(read: $read, first: $first, after: $after) {
      id
      child {
        id
      }
      kind
      fact
      raisedAt
      readAt
      riskConsidered
      version
    }
  }
`;
const mark = /* GraphQL */ `
  mutation Mark($id: ID!, $said: String, $version: Int!, $key: ID!) {
    markNoticeRead(id: $id, riskConsidered: $said, expectedVersion: $version, idempotencyKey: $key) {
      id
      child {
        id
      }
      readAt
      riskConsidered
      version
    }
  }
`;

async function asked(as: As, variables: object = {}) {
  const { body } = await hub.post(as, inbox, { ...variables });
  return { notices: (body.data?.['notices'] ?? null) as Told[] | null, code: body.errors?.[0]?.extensions.code };
}

/** What somebody is told of one child, the latest first. */
async function told(as: As, child: string, variables: object = {}): Promise<Told[]> {
  const { notices } = await asked(as, { first: 100, ...variables });
  return (notices ?? []).filter((one) => one.child?.id === child);
}

const kinds = async (as: As, child: string, variables: object = {}): Promise<string[]> =>
  (await told(as, child, variables)).map(({ kind }) => kind);

async function marked(
  as: As,
  one: Pick<Told, 'id' | 'version'>,
  said: string | null = null,
  key: string = randomUUID(),
) {
  const { body } = await hub.post(as, mark, { id: one.id, version: one.version, said, key });
  return { notice: body.data?.['markNoticeRead'] as Told | null, code: body.errors?.[0]?.extensions.code };
}

/** Says that a domain's facts of a child changed, as often as is wished, and lets every feed work. */
async function heard(child: string, times = 1, schema = 'education', topic = 'roll-changed'): Promise<void> {
  for (let time = 0; time < times; time += 1)
    await hub.admin.query(`insert into ${schema}.outbox (topic, child_id) values ($1, $2)`, [topic, child]);
  await settle(hub);
}

async function leftOn(child: string, day: string | null): Promise<void> {
  await hub.admin.query(`update education.enrolment set left_on = $2 where child_id = $1 and urn = $3`, [
    child,
    day,
    place.school,
  ]);
}

const joined = (child: string, urn: string, from: string, status = 'CURRENT') =>
  hub.admin.query(
    `insert into education.enrolment (id, child_id, urn, entry_on, status) values (gen_random_uuid(), $1, $2, $3, $4)`,
    [child, urn, from, status],
  );

describe('the end of a roll', () => {
  it('is told to those who work with the child, once each, however often it is heard', async () => {
    const child = await arrangeChild(hub.admin, [caseload, looked, plan, roll]);
    await leftOn(child, '2026-11-06');
    await heard(child, 3);
    await heard(child);
    for (const as of [worker, head, adviser]) expect(await kinds(as, child)).toEqual(['ROLL_ENDED']);
    expect(await kinds(lead, child)).toEqual([]);
    const [notice] = await told(worker, child);
    expect(notice).toMatchObject({
      fact: 'No longer on the roll of Testcase Primary from 6 November 2026: no other school’s roll is known to the hub on that day.',
      raisedAt: expect.stringMatching(/^2026-11-20T/) as unknown,
      readAt: null,
      riskConsidered: null,
      version: 1,
    });
  });

  it('is no notice any more where it was taken back, and says so to whoever had read it', async () => {
    const child = await arrangeChild(hub.admin, [caseload, looked]);
    await leftOn(child, '2026-11-06');
    await heard(child);
    const [notice] = await told(head, child);
    if (notice) await marked(head, notice);
    await leftOn(child, null);
    await heard(child);
    expect(await told(worker, child)).toEqual([]);
    expect((await told(head, child)).map(({ fact }) => fact)).toEqual([
      expect.stringMatching(/This was taken back later\.$/),
    ]);
    expect(await told(head, child, { read: false })).toEqual([]);
  });

  it('of a year that is over is told to nobody when the hub first hears of it', async () => {
    const child = await arrangeChild(hub.admin, [caseload]);
    await leftOn(child, '2026-08-31');
    await heard(child);
    expect(await told(worker, child)).toEqual([]);
    await leftOn(child, '2026-09-01');
    await heard(child);
    expect(await kinds(worker, child)).toEqual(['ROLL_ENDED']);
  });
});

describe('who is told', () => {
  it('is who has the duty now: a new worker what nobody read, and the former nothing', async () => {
    const child = await arrangeChild(hub.admin, [caseload]);
    await leftOn(child, '2026-11-06');
    await joined(child, nextSchool, '2026-11-09');
    await heard(child);
    expect((await kinds(worker, child)).sort()).toEqual(['ROLL_ENDED', 'SCHOOL_MOVE']);
    const [read] = await told(worker, child);
    if (read) await marked(worker, read, 'The risk is as it was.');
    await hub.admin.query(`update access.relationship set grantee = 'person:sw-002' where child_id = $1`, [child]);
    expect(await told(worker, child)).toEqual([]);
    if (read) expect((await marked(worker, { ...read, version: 2 })).code).toBe('NOT_FOUND');
    const other: As = { persona: 'social-worker', claims: { sub: 'sw-002' } };
    const { data } = await hub.ask('partnership', other, inbox, { read: false });
    expect((data as { notices: Told[] }).notices.filter((one) => one.child?.id === child)).toHaveLength(1);
  });

  it('is nobody of a child who is hidden, and nobody for another purpose', async () => {
    const child = await arrangeChild(hub.admin, [caseload]);
    await leftOn(child, '2026-11-06');
    await heard(child);
    expect(await kinds({ ...worker, purpose: 'TEAM_AROUND_SCHOOL' }, child)).toEqual([]);
    expect(await kinds(worker, child)).toEqual(['ROLL_ENDED']);
    await hub.admin.query(`insert into access.restriction values ($1, 'SEALED', '2026-01-01')`, [child]);
    expect(await told(worker, child)).toEqual([]);
  });

  it.each(['camhs-clinician', 'send-officer', 'ig-officer'] as const)('is no %s', async (persona) => {
    expect(await asked({ persona })).toEqual({ notices: null, code: 'REFUSED' });
  });

  it('is the provider where a child is placed, and no other school', async () => {
    const there = { basis: 'SCHOOL_ROLL', grantee: `org:${unit}` };
    const child = await arrangeChild(hub.admin, [roll, there]);
    await joined(child, unit, '2026-11-09', 'CURRENT_SUBSIDIARY');
    await heard(child);
    expect(await kinds({ ...lead, school: unit }, child)).toEqual(['PLACED_IN_ALTERNATIVE_PROVISION']);
    expect(await kinds({ persona: 'headteacher', school: unit }, child)).toHaveLength(1);
    expect(await kinds(lead, child)).toEqual([]);
  });

  it('is the school’s safeguarding lead where a case is closed, and no other member of its staff', async () => {
    const there = { basis: 'SCHOOL_ROLL', grantee: `org:${nextSchool}` };
    const child = await arrangeChild(hub.admin, [roll, there, caseload]);
    await hub.admin.query(`update social_care.status_interval set held_until = '2026-11-12' where child_id = $1`, [
      child,
    ]);
    await heard(child, 2, 'social_care', 'involvement-changed');
    const [notice, ...more] = await told(lead, child);
    expect([notice?.fact, more]).toEqual([
      'Children’s social care ended its work with the child on 12 November 2026.',
      [],
    ]);
    for (const as of [senco, worker, { persona: 'headteacher' } as const]) expect(await told(as, child)).toEqual([]);
    // What one school has read is unread for the other.
    if (notice) await marked(lead, notice);
    expect(await kinds(lead, child, { read: false })).toEqual([]);
    expect(await kinds({ ...lead, school: nextSchool }, child, { read: false })).toEqual(['SOCIAL_CARE_CLOSED']);
  });
});

describe('a notice that was read', () => {
  it('says so to everyone who has the same duty, with the risk that was considered', async () => {
    const child = await arrangeChild(hub.admin, [looked]);
    await leftOn(child, '2026-11-06');
    await heard(child);
    const [notice] = await told(head, child, { read: false });
    if (!notice) throw new Error('nobody was told');
    const key = randomUUID();
    const done = await marked(head, notice, ' The carers know; no change. ', key);
    expect(done.notice).toEqual({
      id: notice.id,
      child: { id: child },
      readAt: expect.stringMatching(/^2026-11-20T/) as unknown,
      riskConsidered: 'The carers know; no change.',
      version: 2,
    });
    expect(await marked(head, notice, ' The carers know; no change. ', key)).toEqual(done);
    expect((await marked(head, notice)).code).toBe('CONFLICT');
    expect((await marked(head, { ...notice, version: 2 }, 'A visit is planned.')).notice).toMatchObject({
      riskConsidered: 'A visit is planned.',
      version: 3,
    });
    expect(await told(head, child, { read: false })).toEqual([]);
    expect(await kinds(head, child, { read: true })).toEqual(['ROLL_ENDED']);
    // The adviser has an inbox of their own, and nobody else's notice.
    expect(await kinds(adviser, child, { read: false })).toEqual(['ROLL_ENDED']);
    expect((await marked(adviser, { ...notice, version: 3 })).code).toBe('NOT_FOUND');
    expect((await marked(worker, notice)).code).toBe('NOT_FOUND');
    expect((await marked({ persona: 'senco' }, { id: randomUUID(), version: 1 })).code).toBe('NOT_FOUND');
  });

  it('cannot be marked twice at once', async () => {
    const child = await arrangeChild(hub.admin, [looked]);
    await leftOn(child, '2026-11-06');
    await heard(child);
    const [notice] = await told(head, child);
    if (!notice) throw new Error('nobody was told');
    const all = await Promise.all([1, 2, 3].map(() => marked(head, notice)));
    expect(all.filter(({ code }) => code === 'CONFLICT')).toHaveLength(2);
    expect(all.filter(({ notice: done }) => done?.version === 2)).toHaveLength(1);
  });
});

describe('an inbox', () => {
  it('is told page by page, the latest first, each once', async () => {
    const children: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      const child = await arrangeChild(hub.admin, [looked]);
      await leftOn(child, `2026-11-0${String(at + 1)}`);
      children.push(child);
    }
    for (const child of children) await heard(child);
    // Somebody who may not be seen takes nobody's place.
    await hub.admin.query(`insert into access.restriction values ($1, 'SEALED', '2026-01-01')`, [children[3]]);
    const whole = (await asked(head, { first: 100 })).notices ?? [];
    const paged: Told[] = [];
    for (let after: string | null = null; ;) {
      const page: Told[] = (await asked(head, { first: 2, after })).notices ?? [];
      paged.push(...page);
      if (page.length < 2) break;
      after = page.at(-1)?.id ?? null;
    }
    expect(paged).toEqual(whole);
    const shown = whole.map(({ child }) => child?.id).filter((id) => children.includes(id ?? ''));
    expect(shown).toEqual([children[4], children[2], children[1], children[0]]);
    expect(whole.map(({ raisedAt }) => raisedAt)).toEqual(
      whole
        .map(({ raisedAt }) => raisedAt)
        .sort()
        .reverse(),
    );
  });

  it.each([
    [{ first: 0 }, 'first must be from 1 to 100.'],
    [{ first: 101 }, 'first must be from 1 to 100.'],
    [{ after: 'yesterday' }, 'after must be the id of a notice.'],
  ])('cannot be asked for with %p', async (variables, message) => {
    const { body } = await hub.post(head, inbox, variables);
    expect(body.errors?.[0]).toMatchObject({ message, extensions: { code: 'INVALID_INPUT' } });
  });

  it('tells nothing of a child who has died', async () => {
    const child = await arrangeChild(hub.admin, [caseload]);
    await leftOn(child, '2026-11-06');
    await heard(child);
    await hub.admin.query(`insert into access.death (child_id, died_on) values ($1, $2)`, [child, today]);
    expect(await told(worker, child)).toEqual([]);
  });
});
