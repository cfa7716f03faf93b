import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hub, type Ran } from '../support/cli.js';

let dir: string;
/** A data directory that a hub was migrated on, as far as a token can tell. */
let started: string;

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hub-usage-'));
  started = path.join(dir, 'started');
  mkdirSync(path.join(started, 'keys', 'doors'), { recursive: true });
  writeFileSync(path.join(started, 'keys', 'doors', 'keys.json'), '[]');
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const issuers = '[{"issuer":"x","audience":"y","jwks":"https://login.example/keys"}]';

/** Nothing on stdout, and one clear line. */
function line({ status, out, err }: Ran, expected: number): string {
  expect({ status, out }).toEqual({ status: expected, out: '' });
  expect(err).toMatch(/^hub: [^\n]+\.\n$/);
  return err;
}

describe('hub token', () => {
  it.each([
    [['senco', '--school', 'abc'], 'URN'],
    [['camhs-clinician', '--provider', 'ZZZ'], 'ODS'],
    [['auditor', '--school', '900001'], '--school says nothing'],
    [['senco', '--purpose', 'AUDIT'], 'not a purpose of senco'],
  ])('takes %j for wrong usage', async (args, words) => {
    expect(line(await hub(['token', ...args], { HUB_DATA_DIR: started }), 2)).toContain(words);
    expect(readdirSync(started)).toEqual(['keys']);
  });

  it('makes no issuer for a data directory on which no hub was started', async () => {
    const other = path.join(dir, 'other');
    expect(line(await hub(['token', 'senco'], { HUB_DATA_DIR: other }), 1)).toContain(`${other}: start one`);
    expect(existsSync(other)).toBe(false);
  });

  it('is signed where one was', async () => {
    const { status, out } = await hub(['token', 'senco', '--school', '900002'], { HUB_DATA_DIR: started });
    const [, claims = ''] = out.split('.');
    expect(status).toBe(0);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ org: '900002' });
  });
});

describe('a command in a data directory that is nobody’s', () => {
  it.each([
    ['check', '--digest'],
    ['ingest', 'peps', '/dev/null'],
  ])('makes no second database: hub %s %s', async (...args) => {
    const other = path.join(dir, 'nobodys');
    expect(line(await hub(args, { HUB_DATA_DIR: other }), 1)).toContain('HUB_DATA_DIR');
    expect(existsSync(other)).toBe(false);
  });

  it('is no success of hub status, which says that nothing runs', async () => {
    const nothing = { HUB_DATA_DIR: path.join(dir, 'quiet') };
    expect(line(await hub(['status'], nothing), 1)).toContain('Nothing runs');
    const { status, out, err } = await hub(['status', '--json'], nothing);
    expect([status, JSON.parse(out)]).toEqual([1, []]);
    expect(err).toContain('Nothing runs');
  });

  it('has a part that died told by hub status, which fails', async () => {
    const dead = path.join(dir, 'dead');
    mkdirSync(path.join(dead, 'run'), { recursive: true });
    const part = { name: 'hub', pid: 2 ** 22 + 1, address: 'http://127.0.0.1:1/graphql' };
    writeFileSync(path.join(dead, 'run', 'hub.json'), JSON.stringify(part));
    const { status, out, err } = await hub(['status', '--json'], { HUB_DATA_DIR: dead });
    expect([status, JSON.parse(out), err]).toEqual([
      1,
      [{ ...part, healthy: false, ready: false }],
      'hub: Not answering: hub.\n',
    ]);
  });
});

describe('wrong usage', () => {
  const folder = (): string => path.join(dir, 'sample');

  it.each([
    ['start', '--only', 'overview'],
    ['check', '--digest', 'housing'],
    ['match', 'link', '--input', '/dev/null', '--map', 'colour=Colour', '--out', '/dev/null'],
  ])('ends hub %s %s %s with 2', async (...args) => {
    line(await hub(args, { HUB_DATA_DIR: started }), 2);
  });

  it.each([
    [{ children: '12' }, '--children takes a whole number from 13'],
    [{ seed: '-1' }, '--seed'],
    [{ 'as-at': '2026-02-30' }, '--as-at'],
  ])('ends hub sample with 2 for %j, and makes no folder', async (over, words) => {
    const options = Object.entries({ children: '20', seed: '1', out: folder(), ...over });
    const args = options.flatMap(([name, value]) => [`--${name}`, value]);
    expect(line(await hub(['sample', ...args]), 2)).toContain(words);
    expect(existsSync(folder())).toBe(false);
  });
});

describe('hub sample', () => {
  it('names all that is missing at once', async () => {
    expect(line(await hub(['sample']), 2)).toBe('hub: sample needs --children <n> and --seed <s> and --out <dir>.\n');
  });

  it('writes over nothing that is in the folder, unless it is told to', async () => {
    const held = path.join(dir, 'held');
    mkdirSync(held);
    writeFileSync(path.join(held, 'peps.csv'), 'mine');
    const args = ['sample', '--children', '13', '--seed', '1', '--out', held];
    expect(line(await hub(args), 1)).toContain(`The folder ${held} holds files already`);
    expect(readdirSync(held)).toEqual(['peps.csv']);
    expect((await hub([...args, '--replace'])).status).toBe(0);
    expect(readdirSync(held).length).toBeGreaterThan(1);
  });
});

describe('hub start', () => {
  it.each([
    [{ HUB_PORT: '70000' }, 'HUB_PORT is not valid: it must be a port number'],
    [{ HUB_ISSUERS: '/nowhere/issuers.json' }, 'HUB_ISSUERS names the file /nowhere/issuers.json, which is not there'],
    [{ HUB_HOST: '192.0.2.1', HUB_DEV_TOKENS: '0', HUB_ISSUERS: issuers }, 'is not of this computer'],
  ])('says in one sentence what is wrong with %j, and begins nothing', async (settings, words) => {
    const fresh = path.join(dir, 'fresh');
    expect(line(await hub(['start'], { HUB_DATA_DIR: fresh, HUB_PORT: '20000', ...settings }), 1)).toContain(words);
    expect(existsSync(fresh)).toBe(false);
  });

  it('refuses a sample that is too small before it begins anything', async () => {
    const small = path.join(dir, 'small');
    const ran = await hub(['start'], { HUB_DATA_DIR: small, HUB_SAMPLE_CHILDREN: '5', HUB_PORT: '1' });
    expect(line(ran, 1)).toContain('HUB_SAMPLE_CHILDREN is 5: a sample has at least 13 children');
    expect(existsSync(small)).toBe(false);
  });
});
