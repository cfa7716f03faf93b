import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { productRoot } from '../platform/config/product-root.js';
import { startEmbeddedPostgres } from '../platform/embedded-server/embedded-postgres.js';
import { freePort } from '../platform/embedded-server/free-port.js';

/** The hub's own command, for `hub start` and `hub token`. */
export const hubCommand = path.join(productRoot, 'dist/cli/hub.js');

/** A hub as `npm start` starts it, over a sample area and in a data directory that nothing else uses. */
export interface StartedHub {
  /** The hub's own process, and the database server's. */
  readonly pid: number;
  readonly serverPid: number;
  /** As the server's superuser, in the hub's database. */
  readonly admin: Client;
  /** What a further command of this hub is run with. */
  readonly environment: NodeJS.ProcessEnv;
  /** Where its gateway answers. */
  readonly graphql: string;
  /** Where its pages are. */
  readonly pages: string;
  stop(): Promise<void>;
}

/** What it says of itself once it is ready. */
function ready(child: ChildProcess): Promise<{ readonly dashboard: string }> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const line = /^HUB READY (.*)$/m.exec(said)?.[1];
      if (line !== undefined) resolve(JSON.parse(line) as { dashboard: string });
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
async function lookInto(dataDir: string): Promise<Pick<StartedHub, 'admin' | 'serverPid'>> {
  const { adminUrl, pid: serverPid } = await startEmbeddedPostgres({ dataDir });
  const url = new URL(adminUrl);
  url.pathname = '/hub';
  const admin = new Client({ connectionString: url.toString() });
  await admin.connect();
  return { admin, serverPid };
}

/** Starts a hub over an area of so many children, on a day where one is given, and answers once it is ready. */
export async function startHub(children: number, today?: string): Promise<StartedHub> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hub-bench-'));
  chmodSync(dataDir, 0o755);
  const port = String(await freePort());
  const environment = {
    HUB_DATA_DIR: dataDir,
    HUB_PORT: port,
    HUB_SAMPLE_CHILDREN: String(children),
    HUB_DOMAIN_TIMEOUT_MS: '240000',
    ...(today === undefined ? {} : { HUB_TODAY: today }),
  };
  const child = spawn(process.execPath, ['--max-semi-space-size=64', hubCommand, 'start'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const leave = async (): Promise<void> => {
    await ended(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const { dashboard } = await ready(child);
    const { admin, serverPid } = await lookInto(dataDir);
    const stop = async (): Promise<void> => {
      await admin.end();
      await leave();
    };
    const graphql = `http://127.0.0.1:${port}/graphql`;
    return { pid: child.pid ?? 0, serverPid, admin, environment, graphql, pages: dashboard, stop };
  } catch (error) {
    await leave();
    throw error;
  }
}
