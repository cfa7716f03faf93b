import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { productRoot } from '../platform/config/product-root.js';
import { startEmbeddedPostgres } from '../platform/embedded-server/embedded-postgres.js';
import { freePort } from '../platform/embedded-server/free-port.js';

/** A hub as `npm start` starts it, over a small area and in a data directory that nothing else uses. */
export interface IdleHub {
  /** The hub's own process, and the database server's. */
  readonly pid: number;
  readonly serverPid: number;
  /** As the server's superuser. */
  readonly admin: Client;
  stop(): Promise<void>;
}

/** Longer than a backend may keep what it has counted to itself while it is idle. */
const reportedMs = 15_000;

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('HUB READY')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('close', () => {
      reject(new Error(said));
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGINT');
  await end;
}

/** The hub's own database, on the server that the hub has started. */
async function lookInto(dataDir: string): Promise<Pick<IdleHub, 'admin' | 'serverPid'>> {
  const { adminUrl, pid: serverPid } = await startEmbeddedPostgres({ dataDir });
  const url = new URL(adminUrl);
  url.pathname = '/hub';
  const admin = new Client({ connectionString: url.toString() });
  await admin.connect();
  return { admin, serverPid };
}

/**
 * Starts a hub and waits until it has settled: what loading left for the server to tidy is tidied, and what was counted
 * is reported.
 */
export async function startIdleHub(children: number): Promise<IdleHub> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hub-idle-'));
  chmodSync(dataDir, 0o755);
  const child = spawn(process.execPath, [path.join(productRoot, 'dist/cli/hub.js'), 'start'], {
    env: {
      HUB_DATA_DIR: dataDir,
      HUB_PORT: String(await freePort()),
      HUB_SAMPLE_CHILDREN: String(children),
      HUB_DOMAIN_TIMEOUT_MS: '240000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    await ready(child);
    const { admin, serverPid } = await lookInto(dataDir);
    await admin.query('vacuum analyze');
    // What the analysis itself left behind.
    await admin.query('vacuum');
    await admin.query('checkpoint');
    await wait(reportedMs);
    const stop = async (): Promise<void> => {
      await admin.end();
      await ended(child);
      rmSync(dataDir, { recursive: true, force: true });
    };
    return { pid: child.pid ?? 0, serverPid, admin, stop };
  } catch (error) {
    await ended(child);
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}
