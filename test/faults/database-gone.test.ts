import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../platform/embedded-server/free-port.js';
import { hub, type Ran } from '../support/cli.js';
import { type Started, started } from '../support/started.js';

const program = [process.execPath, 'dist/cli/hub.js', 'start'] as const;

let dir: string;
let settings: Record<string, string>;
const running: Started[] = [];

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'hub-database-gone-'));
  chmodSync(dir, 0o755);
  const port = String(await freePort());
  settings = { HUB_DATA_DIR: dir, HUB_PORT: port, HUB_SAMPLE_CHILDREN: '0', HUB_DOMAIN_TIMEOUT_MS: '4500' };
  await (await started(program, settings)).end();
});

afterAll(async () => {
  for (const part of running.toReversed()) await part.end();
  rmSync(dir, { recursive: true, force: true });
});

async function part(name: string): Promise<Started> {
  const begun = await started([...program, '--only', name], settings);
  running.push(begun);
  return begun;
}

const status = (...args: string[]): Promise<Ran> => hub(['status', ...args], settings);
const partsOf = ({ out }: Ran) => JSON.parse(out) as { name: string; healthy: boolean; ready: boolean }[];
const linesOf = ({ out }: Ran): string[] => out.trim().split('\n').sort();

/** Waits for what comes by itself; that it never comes, only the test's own limit says. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(100);
}

describe('a part whose database another part took along', () => {
  it('is alive and not ready, says why its feed is late, and works on by itself when the database is back', async () => {
    const holder = await part('education');
    expect(holder.said()).toContain('This process holds the database of the other parts: stop it last.');
    const other = await part('virtual-school');
    expect(other.said()).not.toContain('holds the database');
    const both = await status();
    expect(both.status).toBe(0);
    expect(linesOf(both)).toEqual([
      expect.stringMatching(/^education {2}healthy .* {2}holds the database$/),
      expect.stringMatching(/^virtual-school {2}healthy .*graphql$/),
    ]);

    await holder.end();
    expect(holder.said()).toContain('Stopped: education.');
    const without = await status('--json');
    expect(partsOf(without)).toEqual([
      expect.objectContaining({ name: 'virtual-school', healthy: true, ready: false }),
    ]);
    expect(without.status).toBe(1);
    expect(without.err).toContain('Not ready, for the database is out of reach or the part is ending: virtual-school.');
    await until(() => /ECONNREFUSED|57P0\d/.test(other.said()));

    await part('education');
    await until(async () => partsOf(await status('--json')).every(({ ready }) => ready));
    expect(linesOf(await status())).toHaveLength(2);
  });
});
