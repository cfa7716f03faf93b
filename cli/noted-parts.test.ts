import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NotedParts } from './noted-parts.js';

let dir: string;
let parts: NotedParts;
let child: ChildProcess | undefined;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'noted-'));
  parts = new NotedParts(dir);
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

/** A process with this command line, noted as the hub. */
async function noted(script: string, ...args: readonly string[]): Promise<number> {
  const file = path.join(dir, 'program', script);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, 'setInterval(() => undefined, 60_000); console.log("up");');
  child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout) await once(child.stdout, 'data');
  const pid = child.pid ?? 0;
  parts.note({ name: 'hub', pid, address: 'http://127.0.0.1:4000/graphql' });
  return pid;
}

describe('the parts noted on a data directory', () => {
  it('are what was noted and not forgotten', () => {
    expect(parts.all()).toEqual([]);
    const part = { name: 'health', pid: 7, address: 'http://127.0.0.1:4003/graphql' };
    parts.note(part);
    expect(parts.all()).toEqual([part]);
    parts.forget('health');
    expect(parts.all()).toEqual([]);
  });

  it('hold a living hub', async () => {
    const pid = await noted('hub.js', 'start');
    expect(parts.livingHub()).toBe(pid);
  });

  it('hold none whose number a stranger has since been given', async () => {
    await noted('stranger.js');
    expect(parts.livingHub()).toBeNull();
  });

  it('hold none that died', async () => {
    await noted('hub.js', 'start');
    const ended = child && once(child, 'close');
    child?.kill('SIGKILL');
    await ended;
    expect(parts.livingHub()).toBeNull();
  });
});
