import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { productRoot } from '../../platform/config/product-root.js';
import { freePort } from '../../platform/embedded-server/free-port.js';
import { hub } from '../support/cli.js';
import { type Started, started } from '../support/started.js';

const program = [process.execPath, 'dist/cli/hub.js', 'start'] as const;
const guide = readFileSync(path.join(productRoot, 'docs/client-guide.md'), 'utf8');

let dir: string;
let settings: Record<string, string>;
let running: Started | undefined;

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'hub-rehearsal-'));
  chmodSync(dir, 0o755);
  settings = { HUB_DATA_DIR: dir, HUB_PORT: String(await freePort()) };
});

afterAll(async () => {
  await running?.end();
  rmSync(dir, { recursive: true, force: true });
});

/** The claims of its person under an issuer of one's own, by the example's own words. */
async function ownToken(person: string): Promise<string> {
  const example = ['docs/examples/own-issuer.mjs', path.join(dir, 'own-issuer'), person];
  return (await promisify(execFile)(process.execPath, example, { cwd: productRoot })).stdout.trim();
}

async function ask(token: string): Promise<{ status: number; body: unknown }> {
  const { url, query, variables } = JSON.parse((await hub(['example', '--json'], { HUB_DATA_DIR: dir })).out) as Record<
    string,
    string
  >;
  const response = await fetch(url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: await response.json() };
}

describe('production, rehearsed on one computer as the client guide says', () => {
  it('answers a listed question for a token of one’s own issuer, and never for a development token', async () => {
    const development = await started(program, { ...settings, HUB_SAMPLE_CHILDREN: '13' });
    expect(development.said()).toContain('TOKEN=$(');
    await development.end();
    const person = (await hub(['token', 'senco'], settings)).out.trim();
    const token = await ownToken(person);

    running = await started(program, {
      ...settings,
      NODE_ENV: 'production',
      HUB_ISSUERS: path.join(dir, 'own-issuer', 'issuers.json'),
    });
    expect(running.said()).not.toMatch(/TOKEN=|hub token/);
    expect(await ask(token)).toMatchObject({ status: 200, body: { data: { child: { name: { given: 'Tamsin' } } } } });
    expect((await ask(person)).status).toBe(401);
    // Of the page that tries the graph out, and hands out tokens, nothing is there.
    const at = `http://127.0.0.1:${settings['HUB_PORT'] ?? ''}/graphql`;
    const looked = await fetch(at, { headers: { accept: 'text/html' } });
    expect([looked.status, (await looked.text()).includes('<html')]).toEqual([405, false]);
    const asked = await fetch(`${at}/explorer/token`, { method: 'POST', body: '{"persona":"senco"}' });
    expect([asked.status, (await asked.text()).includes('token')]).toEqual([404, false]);

    const told = await hub(['token', 'senco'], { ...settings, NODE_ENV: 'production' });
    expect(told).toMatchObject({ status: 0, err: expect.stringContaining('does not take this token') as unknown });
    expect(statSync(path.join(dir, 'own-issuer', 'private-key.json')).mode & 0o777).toBe(0o600);
  });

  it('goes on with the key it made', async () => {
    const key = (): string => readFileSync(path.join(dir, 'own-issuer', 'trust.jwks.json'), 'utf8');
    const before = key();
    await ownToken((await hub(['token', 'social-worker'], settings)).out.trim());
    expect(key()).toBe(before);
  });

  it('is in the guide, word for word', () => {
    expect(guide).toContain('TOKEN=$(node docs/examples/own-issuer.mjs .hub/own-issuer "$(npx hub token senco)")');
    expect(guide).toContain('NODE_ENV=production HUB_ISSUERS=.hub/own-issuer/issuers.json npm start');
    expect(existsSync(path.join(productRoot, 'docs/examples/own-issuer.mjs'))).toBe(true);
  });
});

describe('a start over an area that is loaded', () => {
  it('says that another size is not loaded, and only where one was asked for', async () => {
    await running?.end();
    running = await started(program, { ...settings, HUB_SAMPLE_CHILDREN: '500' });
    expect(running.said()).toContain('HUB_SAMPLE_CHILDREN changes nothing');
    await running.end();
    running = await started(program, settings);
    expect(running.said()).not.toContain('HUB_SAMPLE_CHILDREN');
  });
});
