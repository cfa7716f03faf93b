import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { dataHome, type DataHome } from './data-home.js';
import { freePort } from './free-port.js';
import { ensureCluster } from './initdb.js';
import { keepPort, keptPort } from './kept-port.js';
import { packagedBinaries } from './packaged-binaries.js';
import { PostgresStartFailure } from './postgres-start-failure.js';
import { disownStalePid, runningServer } from './running-server.js';
import { serverPassword } from './server-password.js';
import { launchServer, type ServerSettings } from './server-process.js';
import { stopServer } from './stop-server.js';
import { type Binaries, usableBinaries } from './usable-binaries.js';

export interface EmbeddedPostgresOptions {
  /** The hub's data directory; the cluster is `postgres` in it. Made if absent. */
  readonly dataDir: string;
  /** The port of 127.0.0.1 to listen on; if omitted the one it had before, or a free one below 32768. */
  readonly port?: number;
  /** Override the server's settings, for example `{ fsync: 'off' }` in tests. */
  readonly settings?: ServerSettings;
}

export interface EmbeddedPostgres {
  /** The superuser's URL, password included. */
  readonly adminUrl: string;
  readonly port: number;
  /** Where the cluster, its password and its log are: the one asked for, or `movedTo`. */
  readonly dataDir: string;
  readonly pid: number;
  /** The directory that holds what the server could not reach where it was; to be told to whoever started us. */
  readonly movedTo?: string;
  /** A living process, this or another, had already started the server: it is shared, and `stop` leaves it running. */
  readonly attached: boolean;
  /** Ends connections, writes the data and waits until the server is gone, within 10 s. */
  stop(): Promise<void>;
}

type Server = Pick<EmbeddedPostgres, 'pid' | 'port' | 'attached'>;

/** How long what may pass is waited for: on a busy machine the processes of a killed server end late. */
const BUSY_MS = 120_000;
const RETRY_MS = 100;

/**
 * Starts PostgreSQL out of node_modules on `dataDir`, making the database at the first start.
 *
 * @throws PostgresStartFailure with one line for the operator
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = dataHome(options.dataDir);
  const binaries = await usableBinaries(packagedBinaries(), home);
  const password = serverPassword(home.dataDir, home.cluster);
  await ensureCluster(home, binaries, { password, sync: options.settings?.['fsync'] !== 'off' });
  const server = await serve(home, binaries, options);
  return {
    ...server,
    adminUrl: `postgres://postgres:${password}@127.0.0.1:${String(server.port)}/postgres`,
    dataDir: home.dataDir,
    movedTo: home.dataDir === home.spare || binaries.copied ? home.spare : undefined,
    stop: () => (server.attached ? Promise.resolve() : stopServer(server.pid, home.cluster)),
  };
}

/**
 * Starts the server, or joins the one that a living process has started. One whose starter was killed is stopped and
 * started afresh rather than adopted: then its settings, port and programs are the ones asked for, and it is our child.
 */
async function serve(home: DataHome, binaries: Binaries, options: EmbeddedPostgresOptions): Promise<Server> {
  const deadline = Date.now() + BUSY_MS;
  let choose = keptPort;
  for (;;) {
    const running = runningServer(home.cluster);
    if (running?.orphan === false) {
      if (running.ready) return { pid: running.pid, port: running.port, attached: true };
      await delay(RETRY_MS);
      continue;
    }
    if (running !== undefined) await stopServer(running.pid, home.cluster);
    disownStalePid(home.cluster);
    const port = options.port ?? (await choose(home.dataDir));
    const launched = await launchServer(home, { postgres: binaries.postgres, port, settings: options.settings ?? {} });
    if ('pid' in launched) {
      if (options.port === undefined) keepPort(home.dataDir, port);
      return { pid: launched.pid, port, attached: false };
    }
    if (!mayPass(launched.log, options.port) || Date.now() > deadline) throw stopped(launched.log, home, options.port);
    if (isPortTaken(launched.log)) choose = freePort;
    await delay(RETRY_MS);
  }
}

/** A port chosen by us can be chosen anew; processes of a killed server let go of its data a moment after it. */
function mayPass(log: string, askedPort: number | undefined): boolean {
  if (isPortTaken(log)) return askedPort === undefined;
  return /lock file .* (already exists|is empty)|pre-existing shared memory block/.test(log);
}

function isPortTaken(log: string): boolean {
  return log.includes('Address already in use');
}

function stopped(log: string, home: DataHome, askedPort: number | undefined): PostgresStartFailure {
  if (isPortTaken(log) && askedPort !== undefined) {
    return new PostgresStartFailure(
      'port-in-use',
      `Port ${String(askedPort)} of 127.0.0.1 is in use, so the database cannot listen on it: choose another.`,
    );
  }
  const why = /(?:could not bind|FATAL: ).*/.exec(log)?.[0] ?? 'it gave no reason';
  return new PostgresStartFailure(
    'server-stopped',
    `The database server stopped while starting (${why}): see ${join(home.dataDir, 'postgres.log')}.`,
  );
}
