import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { productRoot } from '../../platform/config/product-root.js';
import { freePort } from '../../platform/embedded-server/free-port.js';
import { patient } from '../support/cli.js';

let dir: string;
let port: number;

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'hub-interrupt-'));
  chmodSync(dir, 0o755);
  port = await freePort();
});

afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** The processes whose command line names this test's folder: the database server of the hub under test. */
function serversHere(): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return command.includes('postgres') && command.includes(dir);
    } catch {
      return false;
    }
  });
}

function start(): ChildProcess {
  return spawn(process.execPath, [path.join(productRoot, 'dist/cli/hub.js'), 'start'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      ...patient,
      HUB_DATA_DIR: dir,
      HUB_PORT: String(port),
      HUB_SAMPLE_CHILDREN: '60',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Resolves when the process has said `text`; rejects, with all it said, when it ends first. */
function says(child: ChildProcess, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes(text)) resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('close', () => {
      reject(new Error(said));
    });
  });
}

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('close', resolve));

describe('a hub that is stopped at the wrong moment', () => {
  it('leaves nothing running when it is interrupted while it loads', async () => {
    const child = start();
    await says(child, 'gias:');
    expect(serversHere()).not.toEqual([]);
    const end = ended(child);
    child.kill('SIGINT');
    expect(await end).toBe(130);
    while (serversHere().length > 0) await new Promise((wait) => setTimeout(wait, 50));
  });

  it('loads to the end when it is started again, survives kill -9, and refuses a second hub on its data', async () => {
    const first = start();
    await says(first, 'HUB READY');
    const second = start();
    await expect(says(second, 'HUB READY')).rejects.toThrow(
      /^hub: A hub already runs on this data directory \(pid \d+\)/,
    );
    const killed = ended(first);
    first.kill('SIGKILL');
    await killed;
    const again = start();
    const said = await says(again, 'HUB READY');
    expect(said).not.toContain('Loading');
    const end = ended(again);
    again.kill('SIGTERM');
    expect(await end).toBe(0);
    expect(serversHere()).toEqual([]);
  });
});
