import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { productRoot } from '../../platform/config/product-root.js';
import { freePort } from '../../platform/embedded-server/free-port.js';
import { patient } from '../support/cli.js';
import { testToday } from '../support/templates.js';

const readme = readFileSync(path.join(productRoot, 'README.md'), 'utf8');
const run = promisify(execFile);

let dir: string;
let settings: Record<string, string>;
const running: ChildProcess[] = [];

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'hub first hour '));
  chmodSync(dir, 0o755);
  const port = String(await freePort());
  settings = { HUB_DATA_DIR: path.join(dir, 'data'), HUB_PORT: port, HUB_TODAY: testToday };
});

afterAll(async () => {
  await Promise.all(running.map(stop));
  rmSync(dir, { recursive: true, force: true });
});

const bare = (): Record<string, string> => ({ PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? dir });

/** Starts the built hub, and answers all it said once it is ready. */
function start(args: readonly string[], over: Record<string, string> = {}): Promise<string> {
  const child = spawn(process.execPath, ['dist/cli/hub.js', 'start', ...args], {
    cwd: productRoot,
    env: { ...bare(), ...patient, ...settings, HUB_SAMPLE_CHILDREN: '60', ...over },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (/^HUB READY .*$/m.test(said)) resolve(said);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => {
      reject(new Error(said));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGINT');
  await ended;
}

/** Types lines at a shell in the clone, with nothing of the hub's in its environment, as a person at a second terminal. */
async function typed(lines: string): Promise<string> {
  return (await run('bash', ['-euc', lines], { cwd: productRoot, env: bare() })).stdout;
}

/** The two commands that a start says come next. */
const nextIn = (said: string): string =>
  said
    .split('\n')
    .filter((line) => /^ {2}\S.*npx hub/.test(line))
    .join('\n');

type Shape = true | readonly [Shape] | { readonly [name: string]: Shape };

/** What the README shows of the answer: whole lists, and of each thing these fields. */
const shown: Shape = {
  data: {
    child: {
      name: { given: true, family: true },
      education: { attendance: { possible: true, attendancePercent: true }, sen: { provision: true } },
      health: { waiting: [{ service: true, status: true, weeksWaiting: true, clock: { state: true } }] },
      socialCare: { status: true, worker: { name: true } },
      virtualSchool: { cohorts: true, peps: [{ term: true, state: true }] },
    },
  },
};

function shortened(answer: unknown, shape: Shape): unknown {
  if (shape === true || answer === null || answer === undefined) return answer;
  if (Array.isArray(shape)) return (answer as unknown[]).map((each) => shortened(each, (shape as [Shape])[0]));
  const held = answer as Record<string, unknown>;
  return Object.fromEntries(Object.entries(shape).map(([name, of]) => [name, shortened(held[name], of)]));
}

const answerInReadme = (): unknown => JSON.parse(/^```json\n([^]*?)^```$/m.exec(readme)?.[1] ?? '');

describe('the first hour, by the README', () => {
  let next: string;

  it('a hub starts, and the commands it prints bring the answer that the README shows', async () => {
    next = nextIn(await start([]));
    expect(next.split('\n')).toHaveLength(2);
    const answer = JSON.parse(await typed(next)) as unknown;
    expect(answer).not.toHaveProperty('errors');
    expect(shortened(answer, shown)).toEqual(answerInReadme());
  });

  it('the commands are the README’s own, with the variables of this hub', () => {
    const plain = next.replaceAll(/HUB_[A-Z_]+=('[^']*'|\S+) /g, '').replaceAll(/^ +/gm, '');
    const words = (text: string): string => text.replaceAll(/\s*\\?\s+/g, ' ').trim();
    expect(words(readme)).toContain(words(plain).replace(`:${settings['HUB_PORT'] ?? ''}/`, ':${HUB_PORT:-4000}/'));
  });

  it('a SENCO of another school is answered with nothing', async () => {
    const other = next.replace('token senco', 'token senco --school 900002');
    expect(JSON.parse(await typed(other))).toEqual({ data: { child: null } });
  });

  it('the lead of a team around a school sees its members, by name, and a meeting', async () => {
    const [token = '', example = ''] = next.split('\n');
    const team =
      '{ school(urn: "900001") { teamAroundSchool { members { name lead userId } agenda { reason child { id } } } } }';
    const asked = example.replace(/^.*\| curl/, `echo '${JSON.stringify({ query: team })}' | curl`);
    const { data, errors } = JSON.parse(
      await typed(`${token.replace('senco', 'team-around-school-lead')}\n${asked}`),
    ) as {
      data: { school: { teamAroundSchool: { members: object[]; agenda: { reason: string; child: object | null }[] } } };
      errors?: unknown;
    };
    expect(errors).toBeUndefined();
    const { members, agenda } = data.school.teamAroundSchool;
    expect(members).toContainEqual({ name: 'Callum Stead', lead: true, userId: 'tas-lead.900001' });
    expect(agenda.length).toBeGreaterThan(0);
    expect(agenda.every(({ child }) => child !== null)).toBe(true);
  });

  it('a number and a search lead to other children, as the README types it', async () => {
    const block = [...readme.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, lines = '']) => lines);
    const search = block.find((lines) => lines.includes('searchChildren')) ?? '';
    const where = `export HUB_DATA_DIR='${settings['HUB_DATA_DIR'] ?? ''}' HUB_PORT=${settings['HUB_PORT'] ?? ''}`;
    const { data } = JSON.parse(await typed(`${where}\n${search}`)) as { data: Record<string, unknown> };
    expect(data['childByIdentifier']).toMatchObject({ id: expect.any(String) as unknown });
    expect(data['searchChildren']).toContainEqual(
      expect.objectContaining({ name: { given: 'Tamsin', family: 'Adeyemi' } }),
    );
  });

  it('a client of one’s own asks, and says in a sentence where nothing answers', async () => {
    const [token = '', example = ''] = next.split('\n');
    const asked = /^\s*(.*npx hub example --json)/.exec(example)?.[1] ?? '';
    const client = `${token}\nTOKEN=$TOKEN node docs/examples/first-client.mjs "$(${asked})"`;
    expect(await typed(client)).toBe('Tamsin EHC_PLAN\n');
    // Whoever leaves out the port is told where the hub of this data directory is, not where one usually is.
    expect(await typed(client.replaceAll(/HUB_PORT=\d+ /g, ''))).toBe('Tamsin EHC_PLAN\n');
    const away = client.replace(/"\$\(.*\)"$/, `'{"url":"http://127.0.0.1:1/graphql","query":"{ x }"}'`);
    await expect(typed(away)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Nothing answers at http:\/\/127\.0\.0\.1:1\/graphql: [^\n]+\.$/m) as unknown,
    });
    expect(readme).toContain('docs/examples/first-client.mjs');
  });

  it('the parts run apart on the same data, and answer the same', async () => {
    await Promise.all(running.splice(0).map(stop));
    const commands = [...readme.matchAll(/npx hub start --only ([^\n#]+)/g)].map(([, names = '']) =>
      names.trim().split(' '),
    );
    expect(commands.flat().sort()).toEqual(
      ['education', 'gateway', 'health', 'partnership', 'social-care', 'virtual-school'].sort(),
    );
    for (const names of commands)
      await start(['--only', ...names], names.includes('gateway') ? { HUB_DEV_TOKENS: '1' } : {});
    expect(shortened(JSON.parse(await typed(next)), shown)).toEqual(answerInReadme());
  });
});
