import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { productRoot } from '../../platform/config/product-root.js';
import { freePort } from '../../platform/embedded-server/free-port.js';
import { started } from '../support/started.js';

const { bin, version } = JSON.parse(readFileSync(path.join(productRoot, 'package.json'), 'utf8')) as {
  readonly bin: Readonly<Record<string, string>>;
  readonly version: string;
};

describe('the built command', () => {
  it('is one that a shell may run, however often it was built', () => {
    for (const program of Object.values(bin)) {
      const file = path.join(productRoot, program);
      expect(statSync(file).mode & 0o111).toBe(0o111);
      expect(execFileSync(file, ['--version'], { encoding: 'utf8' })).toBe(`${version}\n`);
    }
  });
});

describe('npm start, told to end as a service manager tells it', () => {
  let dir: string;

  beforeAll(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'hub-npm-start-'));
    chmodSync(dir, 0o755);
  });
  afterAll(() => {
    for (const pid of processesHere()) process.kill(pid, 'SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  });

  /** Every process of this hub: its data directory is in its environment, or among its arguments. */
  function processesHere(): number[] {
    return readdirSync('/proc')
      .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
      .map(Number)
      .filter((pid) => [`/proc/${String(pid)}/environ`, `/proc/${String(pid)}/cmdline`].some(namesHere));
  }

  function namesHere(file: string): boolean {
    try {
      return readFileSync(file, 'utf8').includes(dir);
    } catch {
      return false;
    }
  }

  it('leaves no process behind, and says that it stopped', async () => {
    const npm = await started(['npm', 'start'], {
      HUB_DATA_DIR: dir,
      HUB_PORT: String(await freePort()),
      HUB_SAMPLE_CHILDREN: '0',
    });
    await npm.end('SIGTERM');
    expect(processesHere()).toEqual([]);
    expect(npm.said()).toMatch(/^The hub has stopped\.$/m);
    if (process.version.startsWith('v20.')) expect(npm.said()).toContain('Node 20 reached its end of life');
  });
});
