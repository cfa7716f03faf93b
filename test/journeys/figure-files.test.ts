import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type Dashboard, startDashboard } from '../../dashboard/dashboard.js';
import { figures } from '../../dashboard/figures/figures.js';
import { issueDevelopmentToken } from '../../platform/auth/dev-issuer.js';
import { productRoot } from '../../platform/config/product-root.js';
import { createLog } from '../../platform/telemetry/log.js';
import type { Role } from '../../platform/vocabulary/role.js';
import { testHub, type TestHub } from '../support/hub.js';

const guide = readFileSync(path.join(productRoot, 'docs/figures.md'), 'utf8');

let hub: TestHub;
let pages: Dashboard;

beforeAll(async () => {
  hub = await testHub({ area: true });
  const { dataDir, host, today = '' } = hub.environment;
  pages = await startDashboard({
    ...{ host, port: 0, log: createLog('silent'), today: () => today },
    ...{ gatewayUrl: (await hub.gateway()).url, signIn: { developmentDataDir: dataDir } },
  });
});

afterAll(async () => {
  await pages.stop();
  await hub.close();
});

const tokenOf = (persona: Role): Promise<string> => issueDevelopmentToken(hub.environment.dataDir, persona);

async function get(file: string, query: Record<string, string>, headers: Record<string, string>) {
  const address = `${pages.url}/figures/${file}?${new URLSearchParams(query).toString()}`;
  const answer = await fetch(address, { headers, redirect: 'manual' });
  return { answer, status: answer.status, text: await answer.text() };
}

const as = async (persona: Role, file: string, query: Record<string, string>) =>
  get(file, query, { authorization: `Bearer ${await tokenOf(persona)}` });

/** As the guide's query reads it: seven lines are left out, the next has the names. */
function tableOf(text: string): Record<string, string>[] {
  const [names = [], ...rows] = parse(text, { bom: true }).slice(7);
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}

const examples: readonly [file: string, persona: Role, query: Record<string, string>][] = [
  ['cohort-attendance.csv', 'virtual-school-head', { cohort: 'LOOKED_AFTER', from: '2026-09-07', to: '2026-11-22' }],
  ['pep-compliance.csv', 'virtual-school-head', { term: '2026/27 Autumn' }],
  ['school-attendance.csv', 'headteacher', { urn: '900001', from: '2026-09-07', to: '2026-11-20' }],
  ['suspensions.csv', 'analyst', { academicYear: '2026/27', by: 'PHASE' }],
  ['cohort-suspensions.csv', 'virtual-school-head', { academicYear: '2026/27' }],
  ['sixth-days.csv', 'exclusions-officer', { academicYear: '2026/27', by: 'DUTY_HOLDER' }],
  ['unidentified-sen.csv', 'analyst', { academicYear: '2026/27' }],
  ['waiting-times.csv', 'commissioner', { by: 'SERVICE,BAND' }],
  ['referrals.csv', 'analyst', { from: '2026-07-01', to: '2026-09-30', by: 'SERVICE' }],
];

describe('figures as files', () => {
  it('are these, each with its address and its parameters in the guide', () => {
    expect(examples.map(([file]) => file)).toEqual(figures.map(({ name }) => `${name}.csv`));
    const rows = [...guide.matchAll(/^\| `\/figures\/([\w-]+)\.csv` *\|[^|]*\|([^|]*)\|$/gm)];
    expect(rows.map(([, name]) => name)).toEqual(figures.map(({ name }) => name));
    for (const [at, { parameters }] of figures.entries())
      expect([...(rows[at]?.[2] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(parameters);
  });

  it.each(examples)('%s is told to a %s, and no cell of it is empty', async (file, persona, query) => {
    const { answer, status, text } = await as(persona, file, query);
    expect([status, status === 200 ? '' : text]).toEqual([200, '']);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('set-cookie')).toBeNull();
    const rows = tableOf(text);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => cell === '')).toEqual([]);
  });

  it('keep what is suppressed as words', async () => {
    const { text } = await as('analyst', 'suspensions.csv', { academicYear: '2026/27', by: 'SCHOOL' });
    expect(text).toContain('Fewer than 8: not shown');
  });

  it('are read by the query of the guide as it stands there', async () => {
    const query = /```powerquery\n([^]*?)```/.exec(guide)?.[1] ?? '';
    const file = /RelativePath = "figures\/([^"]+)"/.exec(query)?.[1] ?? '';
    const parameters = /Query = \[([^\]]*)\]/.exec(query)?.[1] ?? '';
    expect(Number(/Table\.Skip\(Source, (\d+)\)/.exec(query)?.[1])).toBe(7);
    const asked: Record<string, string> = {};
    for (const [, name = '', value = ''] of parameters.matchAll(/(\w+) = "([^"]*)"/g)) asked[name] = value;
    expect(Object.keys(asked)).toEqual(['cohort', 'from', 'to', 'by']);
    const { text } = await as('virtual-school-head', file, asked);
    const rows = tableOf(text);
    const numbers = /\{"([^"]+)", each try Number\.From/.exec(query)?.[1] ?? '';
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.map((row) => Number(row[numbers])).filter((value) => value > 0 && value <= 100)).not.toHaveLength(0);
    expect(rows[0]?.['Week']).toMatch(/^2026-09-\d\d$/);
  });

  it('are asked for by the words of the guide as they stand there', async () => {
    const command = /^curl .*$/m.exec(guide)?.[0] ?? '';
    const env = { ...process.env, TOKEN: await tokenOf('analyst'), DASHBOARD_PORT: new URL(pages.url).port };
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { env });
    expect(Object.keys(tableOf(stdout)[0] ?? {})).toContain('Service');
  });

  it('stand in the audit as exports', async () => {
    await as('commissioner', 'waiting-times.csv', { by: 'PROVIDER' });
    const { rows } = await hub.admin.query<{ exported: boolean }>(
      `select exported from access.audit where act = 'AGGREGATE' and role = 'commissioner' order by seq desc limit 1`,
    );
    expect(rows).toEqual([{ exported: true }]);
  });
});

describe('figures that are not told', () => {
  const year = { academicYear: '2026/27' };

  it.each<[number, string, Role, string, Record<string, string>]>([
    [400, 'a value that cannot be', 'analyst', 'suspensions.csv', { academicYear: '2026' }],
    [400, 'a parameter that is missing', 'analyst', 'suspensions.csv', {}],
    [400, 'a parameter that there is not', 'analyst', 'suspensions.csv', { ...year, child: 'Adeyemi' }],
    [400, 'a word that there is not', 'analyst', 'waiting-times.csv', { by: 'CHILD' }],
    [400, 'a year to come', 'analyst', 'suspensions.csv', { academicYear: '2099/00' }],
    [403, 'another’s role', 'camhs-clinician', 'suspensions.csv', year],
    [404, 'a name that there is not', 'analyst', 'children.csv', {}],
  ])('are answered %i for %s, in one sentence', async (expected, _why, persona, file, query) => {
    const { answer, status, text } = await as(persona, file, query);
    expect(status).toBe(expected);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(text).toMatch(/^\w[^\n]*\.\n$/);
    for (const value of Object.values(query).filter((each) => each === 'Adeyemi' || each === '2099/00'))
      expect(text).not.toContain(value);
  });

  it('are answered 401 without a token that is taken; no cookie stands for one, and nobody is sent to sign in', async () => {
    for (const headers of [{}, { authorization: 'Bearer a.b.c' }, { cookie: '__Host-hub=x' }] as Record<
      string,
      string
    >[]) {
      const { answer, status, text } = await get('suspensions.csv', year, headers);
      expect([status, answer.headers.get('www-authenticate'), answer.headers.get('set-cookie')]).toEqual([
        401,
        'Bearer',
        null,
      ]);
      expect(text).toBe('Send a bearer token of an issuer that the hub trusts.\n');
    }
  });

  it('are answered 403 for a purpose that is not the token’s', async () => {
    const token = await tokenOf('analyst');
    const headers = { authorization: `Bearer ${token}`, 'hub-purpose': 'DIRECT_CARE' };
    expect((await get('suspensions.csv', year, headers)).status).toBe(403);
  });
});
