import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { freePort } from '../../platform/embedded-server/free-port.js';
import { hub } from '../support/cli.js';
import { started } from '../support/started.js';

const update = operations().find(({ name }) => name === 'update-waiting-list-entry')?.text ?? '';
const list = `{ waitingList(first: 50) { edges { node { id status version allowedNext { status } } } } }`;

interface Entry {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly allowedNext: readonly { readonly status: string }[];
}

let environment: Readonly<Record<string, string>>;
let dir: string;

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'hub-killed-'));
  chmodSync(dir, 0o755);
  environment = { HUB_DATA_DIR: dir, HUB_PORT: String(await freePort()), HUB_SAMPLE_CHILDREN: '300' };
});
afterAll(() => {
  killAll();
  rmSync(dir, { recursive: true, force: true });
});

/** Ends every process of this hub at once, its database server's too, as a power cut does. */
function killAll(): void {
  const named = (file: string): boolean => {
    try {
      return readFileSync(file, 'utf8').includes(dir);
    } catch {
      return false;
    }
  };
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid))
    if (['environ', 'cmdline'].some((file) => named(`/proc/${pid}/${file}`))) process.kill(Number(pid), 'SIGKILL');
}

async function ask(query: string, variables: object = {}): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`http://127.0.0.1:${environment['HUB_PORT'] ?? ''}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await token()}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

let minted: Promise<string> | undefined;
const token = (): Promise<string> =>
  (minted ??= hub(['token', 'camhs-clinician'], environment).then(({ out }) => out.trim()));

async function entries(): Promise<readonly Entry[]> {
  const { waitingList } = await ask(list);
  return (waitingList as { edges: readonly { node: Entry }[] }).edges.map(({ node }) => node);
}

/** Resolves once the change was answered, with the entry's id. */
async function withdraw({ id, version: expectedVersion }: Entry): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const step = { to: 'WITHDRAWN', effectiveOn: today, reason: 'The family moved away' };
  const said = await ask(update, { input: { id, expectedVersion, idempotencyKey: randomUUID(), ...step } });
  expect((said['updateWaitingListEntry'] as { __typename: string }).__typename).toBe('WaitingListEntryUpdated');
  return id;
}

const start = () => started([process.execPath, 'dist/cli/hub.js', 'start'], environment);

describe('a hub and its database that are killed amid a burst of changes', () => {
  it('have made each change whole or not at all, and every one that was answered', async () => {
    await start();
    const open = (await entries()).filter(({ allowedNext }) =>
      allowedNext.some(({ status }) => status === 'WITHDRAWN'),
    );
    expect(open.length).toBeGreaterThan(10);
    const answered: string[] = [];
    await new Promise<void>((resolve) => {
      const sent = open.map((entry) =>
        withdraw(entry).then((id) => {
          answered.push(id);
          if (answered.length !== 3) return;
          killAll();
          resolve();
        }),
      );
      // Those that were never answered.
      void Promise.allSettled(sent);
    });
    minted = undefined;
    const again = await start();
    const now = new Map((await entries()).map((entry) => [entry.id, entry]));
    const made = open.filter(({ id }) => now.get(id)?.status === 'WITHDRAWN');
    expect(made.map(({ id }) => id)).toEqual(expect.arrayContaining(answered.slice(0, 3)));
    for (const { id, version, status } of open) {
      const { [id]: is = null } = Object.fromEntries(now);
      expect([version, version + 1]).toContain(is?.version);
      expect(is?.status).toBe(is?.version === version ? status : 'WITHDRAWN');
    }
    const { status, out } = await hub(['audit', 'reconcile', 'health', '--json'], environment);
    expect(status).toBe(0);
    const told = JSON.parse(out) as Readonly<Record<string, number>>;
    expect(told).toEqual({ steps: expect.any(Number), unaudited: 0, unsaid: 0 });
    expect(told['steps']).toBeGreaterThan(made.length);
    await again.end();
  });

  it('are asked about only where a history of steps is kept', async () => {
    const { status, err } = await hub(['audit', 'reconcile', 'nowhere'], environment);
    expect([status, err]).toEqual([2, expect.stringContaining('There is no domain nowhere')]);
  });
});
