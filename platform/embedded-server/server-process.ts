import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataHome } from './data-home.js';
import { PostgresStartFailure } from './postgres-start-failure.js';
import { LAUNCHER_SETTING, runningServer } from './running-server.js';
import { serverEnvironment } from './server-environment.js';

/** Settings of the server by name, as PostgreSQL spells them. */
export type ServerSettings = Readonly<Record<string, string | number>>;

/** Nothing of a statement's parameters or a row's values reaches the log: rows are about children. */
const ALWAYS: ServerSettings = {
  jit: 'off',
  random_page_cost: '1.1',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: 0,
  // The text of a failed statement may hold a value.
  log_min_error_statement: 'panic',
  log_statement: 'none',
  max_connections: 200,
};
const POLL_MS = 10;

export interface LaunchOptions {
  readonly postgres: string;
  readonly port: number;
  readonly settings: ServerSettings;
}

/**
 * Starts a server on the home's cluster and waits until it accepts connections, however long it has to recover.
 *
 * @returns its process, or what it wrote to its log before it stopped
 * @throws PostgresStartFailure `data-directory-not-writable`, `server-stopped`
 */
export async function launchServer(home: DataHome, options: LaunchOptions): Promise<{ pid: number } | { log: string }> {
  const logFile = join(home.dataDir, 'postgres.log');
  const log = openLog(logFile);
  const logged = statSync(logFile).size;
  const child = spawn(options.postgres, serverArguments(home.cluster, options), {
    ...home.account,
    cwd: '/',
    env: serverEnvironment,
    // A session of its own: Ctrl-C at the terminal reaches us, and we stop it in order.
    detached: true,
    stdio: ['ignore', log, log],
  });
  const endWithUs = (): void => void child.kill('SIGINT');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  try {
    await once(child, 'spawn');
  } catch (error) {
    process.off('exit', endWithUs);
    throw new PostgresStartFailure('server-stopped', `The database server did not start: ${(error as Error).message}`);
  } finally {
    closeSync(log);
  }
  while (child.exitCode === null && child.signalCode === null) {
    const running = runningServer(home.cluster);
    if (running?.ready === true && running.pid === child.pid) return { pid: running.pid };
    await delay(POLL_MS);
  }
  return { log: readFileSync(logFile).subarray(logged).toString() };
}

function serverArguments(cluster: string, options: LaunchOptions): string[] {
  const settings = {
    ...ALWAYS,
    ...options.settings,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    [LAUNCHER_SETTING]: process.pid,
  };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${String(value)}`]);
  return ['-D', cluster, '-p', String(options.port), ...given];
}

function openLog(logFile: string): number {
  try {
    return openSync(logFile, 'a', 0o600);
  } catch (error) {
    throw new PostgresStartFailure(
      'data-directory-not-writable',
      `The database's log ${logFile} cannot be written to: choose another data directory with HUB_DATA_DIR.`,
      { cause: error },
    );
  }
}
