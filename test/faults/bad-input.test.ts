import { mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGateway, type GatewayOptions } from '../../gateway/gateway.js';
import { defaultLimits } from '../../gateway/limits.js';
import { committedSupergraph } from '../../cli/schema-files.js';
import { ingestFiles } from '../../cli/ingest.js';
import { hub as run } from '../support/cli.js';
import { testHub, type TestHub } from '../support/hub.js';

let dir: string;
let hub: TestHub;

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'hub-bad-'));
  chmodSync(dir, 0o755);
  hub = await testHub();
});

afterAll(async () => {
  await hub.close();
  rmSync(dir, { recursive: true, force: true });
});

function file(name: string, content: string): string {
  const at = path.join(dir, name);
  writeFileSync(at, content);
  return at;
}

/** One clear line, and not a success: refused, or wrong usage. */
function oneLine({ status, err }: { status: number | null; err: string }, expected = 1): string {
  expect(status).toBe(expected);
  const lines = err.trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^hub: .+\.$/);
  return lines[0] ?? '';
}

describe('the command, given what it cannot use', () => {
  it('names the personas for one that does not exist', async () => {
    expect(oneLine(await run(['token', 'wizard'], { HUB_DATA_DIR: dir }), 2)).toContain('senco');
  });

  it('says which file is missing', async () => {
    expect(oneLine(await run(['ingest', 'peps', '/no/such/file.csv'], { HUB_DATA_DIR: dir }))).toContain(
      '/no/such/file.csv',
    );
  });

  it('names the sources for one that does not exist', async () => {
    expect(oneLine(await run(['ingest', 'horoscopes', 'x.csv'], { HUB_DATA_DIR: dir }), 2)).toContain('school-census');
  });

  it('says that the data directory cannot be made', async () => {
    expect(oneLine(await run(['migrate'], { HUB_DATA_DIR: '/dev/null/hub' }))).toContain('HUB_DATA_DIR');
  });

  it('says that the database cannot be reached', async () => {
    expect(
      oneLine(await run(['migrate'], { HUB_DATA_DIR: dir, DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/hub' })),
    ).toContain('DATABASE_URL');
  });

  it.each([
    ['check', '--digest'],
    ['check', '--quality'],
    ['ingest', 'peps'],
  ])('says so for hub %s too, and for what is no address', async (...args) => {
    const command = args[0] === 'ingest' ? ['ingest', 'peps', path.join(hub.sampleDir, 'peps.csv')] : args;
    const unreachable = { HUB_DATA_DIR: dir, DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/hub' };
    oneLine(await run(command, unreachable));
    expect(oneLine(await run(command, { ...unreachable, DATABASE_URL: 'nonsense' }))).toContain('DATABASE_URL');
  });

  it('says that a folder to write to is a file', async () => {
    const at = file('taken', '');
    expect(oneLine(await run(['sample', '--children', '20', '--seed', '1', '--out', at]))).toContain('--out');
    expect(oneLine(await run(['token', 'senco'], { HUB_DATA_DIR: at }))).toContain('HUB_DATA_DIR');
  });

  it('says that the port is in use, and leaves nothing running', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const { DATABASE_URL } = { DATABASE_URL: hub.adminUrl };
    const answer = await run(['start', '--only', 'gateway'], {
      HUB_DATA_DIR: hub.environment.dataDir,
      HUB_PORT: String(port),
      HUB_DEV_TOKENS: '1',
      DATABASE_URL,
      ...urls,
    });
    taken.close();
    expect(oneLine(answer)).toContain(`Port ${String(port)}`);
  });

  it('takes wrong usage for what it is', async () => {
    expect((await run(['no-such-word'])).status).toBe(2);
    expect((await run(['sample', '--children', '20'])).status).toBe(2);
    expect((await run(['check'])).status).toBe(2);
    expect((await run(['check', '--digest', '--quality'])).status).toBe(2);
    expect(oneLine(await run(['sample', '--children', 'many', '--seed', '1', '--out', dir]), 2)).toContain(
      '--children',
    );
  });
});

const urls = Object.fromEntries(
  ['PARTNERSHIP', 'EDUCATION', 'HEALTH', 'SOCIAL_CARE', 'VIRTUAL_SCHOOL'].map((name) => [
    `HUB_${name}_URL`,
    'http://127.0.0.1:1/graphql',
  ]),
);

describe('a file that is not what it should be', () => {
  const written = async (table: string): Promise<number> =>
    Number((await hub.admin.query<{ n: string }>(`select count(*) n from ${table}`)).rows[0]?.n);

  it('is refused for a wrong header, naming what is missing', async () => {
    const at = file('wrong.csv', 'name,colour\nA,red\n');
    await expect(ingestFiles(hub.assembly, 'case-list', [at])).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('la_child_id') as unknown,
    });
  });

  it('writes nothing of a census that is cut in half', async () => {
    const whole = readFileSync(path.join(hub.sampleDir, 'cin-census.xml'), 'utf8');
    const at = file('half.xml', whole.slice(0, Math.floor(whole.length / 2)));
    await expect(ingestFiles(hub.assembly, 'cin-census', [at])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await written('social_care.status_interval')).toBe(0);
    expect(await written('partnership.child')).toBe(0);
  });

  it('is refused for an entity bomb, in a moment', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><Message><Children>&b;</Children></Message>`;
    await expect(ingestFiles(hub.assembly, 'cin-census', [file('bomb.xml', bomb)])).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('is refused when it is of another source', async () => {
    await expect(ingestFiles(hub.assembly, 'cin-census', [path.join(hub.sampleDir, 'peps.csv')])).rejects.toMatchObject(
      { code: 'INVALID_INPUT' },
    );
    await expect(ingestFiles(hub.assembly, 'peps', [path.join(hub.sampleDir, 'cin-census.xml')])).rejects.toMatchObject(
      { code: 'INVALID_INPUT' },
    );
  });
});

describe('a gateway whose supergraph does not fit', () => {
  const options = {
    supergraph: committedSupergraph(),
    transports: {},
    enforceScopes: true,
    limits: defaultLimits,
    safelist: null,
    production: false,
  } as unknown as GatewayOptions;

  it('is not started without a subgraph it names', async () => {
    await expect(createGateway(options)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('not configured') as unknown,
    });
  });

  it('is not started with scopes that nobody would enforce', async () => {
    await expect(createGateway({ ...options, enforceScopes: false })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is not started on what is no supergraph', async () => {
    await expect(createGateway({ ...options, supergraph: 'type Query { me: ' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});
