import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { operations } from '../../cli/schema-files.js';
import { openStatement } from '../../platform/db/open-statement.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeNamed } from '../support/arrange-names.js';
import { type As, testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let app: Client;
const mutation = operations().find(({ name }) => name === 'claim-relationship')?.text ?? '';
const look = 'query Look($id: ID!) { child(id: $id) { id name { family } socialCare { status } } }';
const reason = 'New case from the duty desk';
const born = '2016-02-29';

interface Case {
  readonly id: string;
  readonly number: string;
}

beforeAll(async () => {
  hub = await testHub({ area: true });
  app = await hub.appClient(Domain.PARTNERSHIP);
});

afterAll(() => hub.close());

let numbers = 0;
async function newCase(): Promise<Case> {
  const number = `990/T${String(++numbers)}`;
  const id = await arrangeNamed(hub.admin, {
    family: 'Okonkwo',
    given: 'Ada',
    dateOfBirth: born,
    number: ['SOCIAL_CARE_ID', number],
  });
  return { id, number };
}

let people = 0;
const worker = (): As => ({ persona: 'social-worker', claims: { sub: `sw-new-${String(++people)}` } });

const claim = (as: As, identifier: string, over: Record<string, unknown> = {}) =>
  hub.ask('partnership', as, mutation, {
    identifierType: 'SOCIAL_CARE_ID',
    identifier,
    dateOfBirth: born,
    reason,
    idempotencyKey: randomUUID(),
    ...over,
  });

const seen = async (as: As, id: string): Promise<unknown> =>
  (await hub.ask('partnership', as, 'query Look($id: ID!) { child(id: $id) { id } }', { id })).data?.['child'];

const left = async ({ id }: Case): Promise<number> =>
  (
    await hub.admin.query<{ n: number }>(
      `select (select count(*) from access.relationship where child_id = $1)::int
        + (select count(*) from partnership.alert where child_id = $1)::int n`,
      [id],
    )
  ).rows[0]?.n ?? -1;

const auditOf = async (as: As) =>
  (
    await hub.admin.query(
      `select kind, act, tier, asked, permitted, decision, subjects from partnership.audit
       where actor = $1 and operation = 'claimRelationship' order by seq`,
      [as.claims?.sub],
    )
  ).rows as Record<string, unknown>[];

describe('taking a new case on', () => {
  it('shows, through the gateway, who the child is, and nothing that another domain has not agreed to', async () => {
    const { id, number } = await newCase();
    const as = { persona: 'social-worker' } as const;
    expect((await hub.post(as, look, { id })).body.data).toEqual({ child: null });
    const { body } = await hub.post(as, mutation, {
      ...{ identifierType: 'SOCIAL_CARE_ID', identifier: number, dateOfBirth: born },
      ...{ reason, idempotencyKey: randomUUID() },
    });
    expect(body.errors).toBeUndefined();
    expect(body.data).toMatchObject({
      claimRelationship: {
        id,
        name: { family: 'Okonkwo' },
        access: [{ domain: 'PARTNERSHIP', outcome: 'FULL' }, {}, {}, {}, {}],
      },
    });
    const after = (await hub.post(as, look, { id })).body;
    expect(after.data).toMatchObject({ child: { id, name: { family: 'Okonkwo' } } });
    expect(after.data).not.toMatchObject({ child: { socialCare: { status: expect.any(String) } } });
  });

  it('lasts eight hours, raises an alert that others hear of, and is written down without the number', async () => {
    const held = await newCase();
    const as = worker();
    await claim(as, held.number, { reason: ` ${reason} ` });
    const { rows } = await hub.admin.query(
      `select grantee, basis, upper(valid) - lower(valid) = interval '8 hours' eight, lower(valid) <= now() begun
       from access.relationship where child_id = $1`,
      [held.id],
    );
    expect(rows).toEqual([
      { grantee: `person:${String(as.claims?.sub)}`, basis: 'SELF_CLAIMED', eight: true, begun: true },
    ]);
    const alerts = await hub.admin.query(
      `select kind, actor, role, reason from partnership.alert where child_id = $1`,
      [held.id],
    );
    expect(alerts.rows).toEqual([{ kind: 'SELF_CLAIMED', actor: as.claims?.sub, role: 'social-worker', reason }]);
    const heard = await hub.admin.query(`select topic from partnership.outbox where child_id = $1`, [held.id]);
    expect(heard.rows).toEqual([{ topic: 'alert-raised' }]);
    expect(await auditOf(as)).toEqual([
      {
        ...{ kind: 'identifier', act: 'WRITE', tier: 'EXISTENCE', decision: 'PERMITTED' },
        ...{ asked: [held.id], permitted: [held.id], subjects: [expect.stringMatching(/^[0-9a-f]{64}$/)] },
      },
    ]);
  });

  it('ends after the eight hours, and is nobody else’s meanwhile', async () => {
    const { id, number } = await newCase();
    const as = worker();
    const key = randomUUID();
    await claim(as, number, { idempotencyKey: key });
    expect(await seen(as, id)).toEqual({ id });
    expect(await seen(worker(), id)).toBeNull();
    await hub.admin.query(
      `update access.relationship set valid = tstzrange(lower(valid) - interval '8 hours', upper(valid) - interval '8 hours') where child_id = $1`,
      [id],
    );
    expect(await seen(as, id)).toBeNull();
    expect((await claim(as, number, { idempotencyKey: key })).data).toEqual({ claimRelationship: null });
  });

  it('leaves nothing but the audit row, and no error, for every reason why not', async () => {
    const restricted = await newCase();
    await hub.admin.query(`insert into access.restriction values ($1, 'SEALED', '2026-01-01', null)`, [restricted.id]);
    const [shared, plain] = [await newCase(), await newCase()];
    await arrangeNamed(hub.admin, { dateOfBirth: born, number: ['SOCIAL_CARE_ID', shared.number] });
    const school = await arrangeNamed(hub.admin, { dateOfBirth: born, number: ['UPN', 'X900001'] });
    const attempts: [string, Record<string, unknown>, string[]][] = [
      ['990/NOBODY', {}, []],
      [plain.number, { dateOfBirth: '2016-02-28' }, [plain.id]],
      [restricted.number, {}, [restricted.id]],
      [shared.number, {}, [shared.id, expect.any(String) as unknown as string]],
      ['X900001', { identifierType: 'UPN' }, []],
    ];
    for (const [number, over, asked] of attempts) {
      const as = worker();
      expect(await claim(as, number, over)).toEqual({ data: { claimRelationship: null } });
      const [row, ...others] = await auditOf(as);
      expect(row).toMatchObject({ kind: 'identifier', permitted: [], decision: 'SILENT' });
      expect((row?.['asked'] as string[]).length).toBe(asked.length);
      expect(others).toEqual([]);
    }
    for (const one of [restricted, shared, plain, { id: school, number: '' }]) expect(await left(one)).toBe(0);
  });

  it('is refused to those who take on no cases, and to those who do for another purpose', async () => {
    const held = await newCase();
    for (const as of [
      { persona: 'senco', claims: { sub: 'senco-x' } },
      { persona: 'social-worker', purpose: 'TEAM_AROUND_SCHOOL', claims: { sub: 'sw-tas' } },
    ] as const) {
      expect((await claim(as, held.number)).errors).toMatchObject([{ extensions: { code: 'REFUSED' } }]);
      expect(await auditOf(as)).toMatchObject([{ decision: 'REFUSED', permitted: [] }]);
    }
    expect(await left(held)).toBe(0);
  });

  it('wants a reason of 10 to 500 characters', async () => {
    const { number } = await newCase();
    for (const why of ['', '   new    ', 'x'.repeat(501)])
      expect((await claim(worker(), number, { reason: why })).errors).toMatchObject([
        { extensions: { code: 'INVALID_INPUT' } },
      ]);
  });

  it('has the same effect once for the same key, and is a conflict with another reason', async () => {
    const held = await newCase();
    const as = worker();
    const key = { idempotencyKey: randomUUID() };
    const [first, second] = [await claim(as, held.number, key), await claim(as, held.number, key)];
    expect(second).toEqual(first);
    expect(await left(held)).toBe(2);
    const other = await claim(as, held.number, { ...key, reason: 'Another reason altogether' });
    expect(other.errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
  });

  it('is a look-up like any other: thirty a minute', async () => {
    const as = worker();
    for (let n = 0; n < 30; n++) await claim(as, `990/GUESS${String(n)}`);
    const held = await newCase();
    expect((await claim(as, held.number)).errors).toMatchObject([{ extensions: { code: 'REFUSED' } }]);
    expect(await left(held)).toBe(0);
  });
});

describe('the database', () => {
  it('takes no claim without a verified person, nor one of a child’s id, and no alert from the app', async () => {
    const { id } = await newCase();
    const { claims, tag } = await hub.voucher(worker());
    for (const statement of [
      `select access.relate('PARTNERSHIP', 'EXISTENCE', '[{"child_id": "${id}", "grantee": "person:sw-001", "basis": "SELF_CLAIMED", "reference": "x", "from": "2026-01-01"}]')`,
      `insert into partnership.alert (id, child_id, kind, actor, role, reason) values (gen_random_uuid(), '${id}', 'SELF_CLAIMED', 'x', 'x', 'x')`,
      `select partnership.claimable('hash', '${born}')`,
    ]) {
      await app.query('begin');
      await app.query(openStatement({ claims, tag }, []));
      await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
      await app.query('rollback');
    }
    await expect(app.query(`select access.claim('hash', '${born}', 'x')`)).rejects.toMatchObject({ code: '42501' });
    const system = (await hub.assembly.minter('ingest')).vouchForSystem();
    await app.query('begin');
    await app.query(openStatement(system, []));
    await expect(app.query(`select access.claim('hash', '${born}', 'x')`)).rejects.toMatchObject({ code: '42501' });
    await app.query('rollback');
  });
});
