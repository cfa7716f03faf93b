import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Assembly } from '../../cli/assemble.js';
import { startGateway } from '../../cli/gateway-process.js';
import { issueDevelopmentToken } from '../../platform/auth/dev-issuer.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { createLog } from '../../platform/telemetry/log.js';
import { Metrics } from '../../platform/telemetry/metrics.js';
import { testHub, type TestHub } from '../support/hub.js';

interface Row {
  readonly domain: string;
  readonly actor: string;
  readonly role: string;
  readonly purpose: string;
  readonly act: string;
  readonly subjects: string[];
  readonly decision: string;
  readonly request_id: string;
  readonly times: number;
}

const someChild = '3f2b8a52-9a8e-4f5e-8a1b-0c6d1e2f3a4b';
const child = 'query ($id: ID!) { child(id: $id) { name { given } health { asAt } education { asAt stale } } }';
let hub: TestHub;
let before = '0';

beforeAll(async () => {
  hub = await testHub({ area: true });
});

afterAll(() => hub.close());

beforeEach(async () => {
  const { rows } = await hub.admin.query<{ last: string }>(
    `select coalesce(max(seq), 0)::text as last from access.audit`,
  );
  before = rows[0]?.last ?? '0';
});

async function written(): Promise<Row[]> {
  const { rows } = await hub.admin.query<Row>(
    `select domain, actor, role, purpose, act, subjects, decision, request_id, times from access.audit a
     where kind = 'field' and seq > $1 and asked = '{}' and permitted = '{}' and to_jsonb(a)::text not like '%' || $2 || '%'
     order by domain, seq`,
    [before, someChild],
  );
  return rows;
}

/** Nobody is kept waiting for the row: it may come a moment after the answer. */
async function once(enough: (rows: readonly Row[]) => boolean): Promise<Row[]> {
  for (;;) {
    const rows = await written();
    if (enough(rows)) return rows;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('what is refused by scope alone', () => {
  it.each(['analyst', 'commissioner', 'auditor', 'integrator'] as const)(
    'stands in the owning domain’s audit when %s asks for a child',
    async (persona) => {
      const { body } = await hub.post({ persona }, child, { id: someChild });
      expect(body).toMatchObject({
        data: { child: null },
        errors: [{ path: ['child'], extensions: { code: 'REFUSED' } }],
      });
      const [row, ...more] = await once((rows) => rows.length > 0);
      expect(more).toEqual([]);
      expect(row).toMatchObject({
        domain: 'PARTNERSHIP',
        act: 'READ',
        subjects: ['Query.child'],
        decision: 'REFUSED',
        request_id: body.errors?.[0]?.extensions.requestId,
        times: 1,
      });
      const { claims } = JSON.parse(JSON.stringify(await hub.voucher({ persona }))) as { claims: string };
      const { sub, role, purpose } = JSON.parse(claims) as Record<string, string>;
      expect(row).toMatchObject({ actor: sub, role, purpose });
    },
  );

  it('is one row a domain and request, though many of its fields were asked for', async () => {
    const question = `query ($id: ID!, $no: Boolean = false) { child(id: $id) {
      id e: education { asAt } education { stale } health { asAt } virtualSchool @include(if: $no) { asAt } } }`;
    await hub.post({ persona: 'match-reviewer' }, question, { id: someChild });
    const rows = await once((all) => all.length >= 2);
    expect(rows.map(({ domain, subjects }) => [domain, subjects])).toEqual([
      ['EDUCATION', ['Child.education']],
      ['HEALTH', ['Child.health']],
    ]);
  });

  it('says of a change that it was one', async () => {
    const close =
      'mutation ($id: ID!) { closeAgendaItem(id: $id, expectedVersion: 1, idempotencyKey: "k") { __typename } }';
    const { body } = await hub.post({ persona: 'analyst' }, close, { id: someChild });
    expect(body.errors?.[0]?.extensions.code).toBe('REFUSED');
    const [row] = await once((rows) => rows.length > 0);
    expect(row).toMatchObject({ domain: 'PARTNERSHIP', act: 'WRITE', subjects: ['Mutation.closeAgendaItem'] });
  });

  it('is written down a bounded number of times a minute, and counted beyond it', async () => {
    const counted = Object.create(hub.assembly, { metrics: { value: new Metrics() } }) as Assembly;
    const gateway = await startGateway(hub.environment, counted, createLog('silent'));
    const token = await issueDevelopmentToken(hub.environment.dataDir, 'send-officer');
    const body = JSON.stringify({ query: '{ matchReviews(first: 1) { id } }' });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    for (let sent = 0; sent < 150; sent += 10) {
      const ten = Array.from({ length: 10 }, () => fetch(gateway.url, { method: 'POST', headers, body }));
      for (const answer of await Promise.all(ten)) expect(await answer.text()).toContain('REFUSED');
    }
    await gateway.stop();
    const rows = await written();
    expect(rows.length).toBeLessThanOrEqual(42);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.reduce((sum, { times }) => sum + times, 0)).toBe(150);
  });
});

describe('the way it is written', () => {
  it('is not one that a client can take', async () => {
    const { body } = await hub.post(
      { persona: 'analyst' },
      'mutation { noteRefused(fields: ["A.b"], write: false, times: 1) }',
    );
    expect(body.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    expect(await written()).toEqual([]);
  });

  it('is there in every domain, for a person’s voucher and not for a system’s', async () => {
    const document = 'mutation { noteRefused(fields: ["Child.health"], write: false, times: 1) }';
    for (const name of Object.keys(hub.assembly.transports)) {
      expect((await hub.ask(name, { persona: 'auditor' }, document)).data).toEqual({ noteRefused: true });
    }
    expect((await written()).map(({ domain }) => domain)).toEqual(Object.values(Domain).sort());
    const minter = await hub.assembly.minter('ingest');
    const voucher = minter.vouchForSystem();
    const app = await hub.appClient(Domain.HEALTH);
    const note = `select access.note_refused($1, $2, 'HEALTH', '{Child.health}', 'READ', 1)`;
    await expect(app.query(note, [voucher.claims, voucher.tag])).rejects.toMatchObject({ code: '42501' });
  });

  it('takes names of the schema alone, of its own domain, and under a voucher', async () => {
    const { claims, tag } = await hub.voucher({ persona: 'auditor' });
    const app = await hub.appClient(Domain.HEALTH);
    const note = (domain: string, fields: string[], sealed = tag, times = 1) =>
      app.query('select access.note_refused($1, $2, $3, $4, $5, $6)', [claims, sealed, domain, fields, 'READ', times]);
    for (const fields of [['9990000018'], ['Child.name Ash'], ['a.b.c'], [someChild], [], ['A.b\n']])
      await expect(note('HEALTH', fields)).rejects.toMatchObject({ code: '42501' });
    await expect(note('EDUCATION', ['A.b'])).rejects.toMatchObject({ code: '42501' });
    await expect(note('HEALTH', ['A.b'], tag, 0)).rejects.toMatchObject({ code: '42501' });
    await expect(note('HEALTH', ['A.b'], 'ff')).rejects.toMatchObject({ code: '28000' });
    expect(await written()).toEqual([]);
  });

  it('ends at sixty rows of a person, domain and minute, however many gateways ask', async () => {
    const { claims, tag } = await hub.voucher({ persona: 'camhs-clinician' });
    const app = await hub.appClient(Domain.HEALTH);
    const { rows } = await app.query<{ done: boolean }>(
      `select access.note_refused($1, $2, 'HEALTH', '{Child.health}', 'READ', 1) done from generate_series(1, 70)`,
      [claims, tag],
    );
    expect(rows.filter(({ done }) => done)).toHaveLength(60);
    expect(await written()).toHaveLength(60);
  });
});
