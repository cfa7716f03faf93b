import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Client } from 'pg';
import { request } from 'undici';
import { operations } from '../../cli/schema-files.js';
import { filesBySource, writeSample } from '../../sample/sample.js';
import { freePort } from '../../platform/embedded-server/free-port.js';
import { Compose, type ServiceProcess } from '../support/compose.js';
import { testToday } from '../support/templates.js';

const parts = ['partnership', 'education', 'health', 'social-care', 'virtual-school', 'gateway', 'dashboard'];
const pagesOrigin = 'https://pages.aldermere.example';
const question = operations().find(({ name }) => name === 'child-record')?.text ?? '';
const issuer = { issuer: 'https://identity.aldermere.example', audience: 'send-hub' };

let dir: string;
let port: number;
let compose: Compose;
let privateKey: CryptoKey;
let childId: string;
const running = new Map<string, ServiceProcess>();
const admin = new URL(process.env['HUB_TEST_ADMIN_URL'] ?? 'postgres://none');

async function asAdmin<T>(database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const url = new URL(admin);
  url.pathname = `/${database}`;
  const client = new Client({ connectionString: url.toString() });
  await client.connect();
  return work(client).finally(() => client.end());
}

async function token(org = '900001'): Promise<string> {
  const scope = 'partnership:read education:read health:read social-care:read virtual-school:read';
  return new SignJWT({ name: 'SENCO', org, role: 'senco', scope, purposes: ['TEAM_AROUND_SCHOOL'] })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
    .setIssuer(issuer.issuer)
    .setAudience(issuer.audience)
    .setSubject(`senco.${org}`)
    .setExpirationTime('5m')
    .sign(privateKey);
}

interface Answer {
  readonly data?: { readonly child: Record<string, unknown> | null };
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

async function ask(bearer: string, document = question): Promise<{ status: number; body: Answer }> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: document, variables: { id: childId } }),
  });
  return { status: answer.status, body: (await answer.json()) as Answer };
}

async function start(name: string): Promise<void> {
  const service = compose.start(name);
  running.set(name, service);
  await service.ready;
}

async function run(name: string, args?: readonly string[]): Promise<void> {
  const service = compose.start(name, args);
  expect([await service.ended, service.output()]).toEqual([0, expect.anything()]);
}

async function load(): Promise<void> {
  const report = await writeSample({
    children: 20,
    seed: 3,
    outDir: path.join(dir, 'sample'),
    asAt: testToday,
  });
  for (const { source, paths, year } of filesBySource(report))
    await run('ingest', ['ingest', source, ...paths, ...(year === null ? [] : ['--year', String(year)])]);
  const upn = report.stories.find(({ key }) => key === 'all-five')?.upn;
  const rows = await asAdmin(
    'hub',
    async (client) =>
      (await client.query<{ child_id: string }>('select child_id from partnership.identifier where value = $1', [upn]))
        .rows,
  );
  childId = rows[0]?.child_id ?? '';
}

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'hub-compose-'));
  chmodSync(dir, 0o755);
  port = await freePort();
  const secret = (): string => randomBytes(12).toString('hex');
  const variables = {
    HUB_ADMIN_PASSWORD: admin.password,
    HUB_PARTNERSHIP_PASSWORD: secret(),
    HUB_EDUCATION_PASSWORD: secret(),
    HUB_HEALTH_PASSWORD: secret(),
    HUB_SOCIAL_CARE_PASSWORD: secret(),
    HUB_VIRTUAL_SCHOOL_PASSWORD: secret(),
    DASHBOARD_ORIGIN: pagesOrigin,
    DASHBOARD_ISSUER: 'http://127.0.0.1:9/realms/staff',
    DASHBOARD_CLIENT_ID: 'pages',
    DASHBOARD_CLIENT_SECRET: secret(),
    DASHBOARD_RESOURCE: 'https://hub.aldermere.example',
  };
  compose = new Compose({ variables, dir, port, server: admin.host });
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  privateKey = pair.privateKey;
  mkdirSync(path.join(dir, 'config'));
  const jwks = path.join(dir, 'config', 'jwks.json');
  writeFileSync(
    jwks,
    JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'test', alg: 'EdDSA', use: 'sig' }] }),
  );
  writeFileSync(path.join(dir, 'config', 'issuers.json'), JSON.stringify([{ ...issuer, jwks, algorithms: ['EdDSA'] }]));
  await asAdmin('postgres', (client) => client.query('create database hub'));
  await run('migrate');
  // Twice is harmless: the services' logins, keys and tables are as they were.
  await run('migrate');
  await Promise.all(parts.map(start));
  await load();
});

afterAll(async () => {
  for (const { child } of running.values()) child.kill('SIGTERM');
  await Promise.all([...running.values()].map(({ ended }) => ended));
  await asAdmin('postgres', (client) => client.query('drop database hub with (force)'));
  rmSync(dir, { recursive: true, force: true });
});

describe('docker-compose.yml, each service a process of its own', () => {
  it('answers the question from all five domains, to a token of its own issuer', async () => {
    const bearer = await token();
    let team: unknown[] = [];
    while (team.length < 4) {
      const { body } = await ask(bearer);
      expect(body.errors).toBeUndefined();
      team = (body.data?.child?.['team'] ?? []) as unknown[];
      if (team.length < 4) await wait(250);
    }
    const { body } = await ask(bearer);
    for (const field of ['education', 'health', 'socialCare', 'virtualSchool'])
      expect(body.data?.child?.[field]).not.toBeNull();
    expect(body.data?.child?.['socialCare']).toMatchObject({ status: 'LOOKED_AFTER' });
    expect(body.data?.child?.['virtualSchool']).toMatchObject({
      cohorts: expect.arrayContaining(['LOOKED_AFTER']) as unknown,
    });
  });

  it('answers a SENCO of another school with nothing', async () => {
    expect((await ask(await token('900002'))).body).toEqual({ data: { child: null } });
  });

  it('takes safelisted questions only, and no development token', async () => {
    expect(
      (await ask(await token(), 'query Q($id: ID!) { child(id: $id) { id } }')).body.errors?.[0]?.extensions['code'],
    ).toBe('INVALID_INPUT');
    expect((await ask('made.in.development')).status).toBe(401);
  });

  it('leaves the other answers standing when health’s process is killed, and names it', async () => {
    const health = running.get('health');
    health?.child.kill('SIGKILL');
    await health?.ended;
    const { status, body } = await ask(await token());
    expect(status).toBe(200);
    expect(body.data?.child).toMatchObject({ health: null, socialCare: { status: 'LOOKED_AFTER' } });
    expect(body.data?.child?.['education']).not.toBeNull();
    expect(body.errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'SUBGRAPH_UNAVAILABLE', domain: 'HEALTH' },
    ]);
    await start('health');
    expect((await ask(await token())).body.errors).toBeUndefined();
  });

  it('serves the pages, under their own name alone, and says so where nobody can sign in', async () => {
    const said = running.get('dashboard')?.output() ?? '';
    const address = (JSON.parse(/^HUB READY (.*)$/m.exec(said)?.[1] ?? '{}') as { dashboard?: string }).dashboard ?? '';
    const get = (to: string, host: string) => request(`${address}${to}`, { headers: { host } });
    expect((await get('/healthz', 'anything')).statusCode).toBe(200);
    expect((await get('/', 'other.example')).statusCode).toBe(421);
    const { host } = new URL(pagesOrigin);
    expect((await get('/', host)).headers['location']).toBe('/sign-in?to=%2F');
    expect((await get('/sign-in', host)).statusCode).toBe(503);
  });

  it('ends every process in order when it is told to', async () => {
    for (const { child } of running.values()) child.kill('SIGTERM');
    expect(await Promise.all([...running.values()].map(({ ended }) => ended))).toEqual(parts.map(() => 0));
  });
});
