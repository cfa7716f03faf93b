import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, processFacts } from './process-facts.js';

/** A server of one data directory, found running. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  /** It accepts connections. */
  readonly ready: boolean;
  /** The process that started it is gone: nobody else will stop it. */
  readonly orphan: boolean;
}

/** The setting in which every server of ours carries the process that started it. */
export const LAUNCHER_SETTING = 'hub.launcher';

/** Greater than any process number that Linux (2^22) or macOS (99998) gives. */
const NOBODY = '2000000000';
const ABANDONED_AFTER_MS = 5_000;

/** The server `cluster/postmaster.pid` tells of, where that process really is one of this very directory. */
export function runningServer(cluster: string): RunningServer | undefined {
  const lines = pidFile(cluster);
  const pid = Number(lines?.[0]);
  const facts = pid > 0 ? processFacts(pid) : undefined;
  if (lines === undefined || facts === undefined || !serves(facts.command, cluster)) return undefined;
  const launcher = new RegExp(`${LAUNCHER_SETTING}=(\\d+)`).exec(facts.command)?.[1];
  return {
    pid,
    port: Number(lines[3]),
    ready: lines[7]?.trim() === 'ready',
    orphan: Number(launcher) !== facts.parent,
  };
}

/** Whether process `pid` is a server of `cluster` now. */
export function isServerOf(pid: number, cluster: string): boolean {
  return serves(processFacts(pid)?.command ?? '', cluster);
}

/**
 * Makes a stale postmaster.pid one that PostgreSQL will overrule. It refuses to start while the number in the file
 * names any process of its account, which after a reboot may be a stranger. The rest of the file stays: its last line
 * is how a new server sees that processes of the old one still have the data open.
 */
export function disownStalePid(cluster: string): void {
  const file = join(cluster, 'postmaster.pid');
  const lines = pidFile(cluster);
  if (lines === undefined) return;
  const pid = Number(lines[0]);
  if (pid > 0 && isAlive(pid) && !isServerOf(pid, cluster)) {
    writeFileSync(file, [NOBODY, ...lines.slice(1)].join('\n'));
  }
  // A computer that lost power can leave the file empty, and so, for an instant, does a server that is just starting.
  if (pid === 0 && Date.now() - statSync(file).mtimeMs > ABANDONED_AFTER_MS) rmSync(file);
}

function serves(command: string, cluster: string): boolean {
  return command.includes(`/postgres -D ${cluster} `);
}

function pidFile(cluster: string): string[] | undefined {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
