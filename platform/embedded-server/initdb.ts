import { execFile } from 'node:child_process';
import { chownSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DataHome } from './data-home.js';
import { PostgresStartFailure } from './postgres-start-failure.js';
import { serverEnvironment } from './server-environment.js';
import { withStaging } from './staging.js';
import type { Binaries } from './usable-binaries.js';

const run = promisify(execFile);

/** What initdb is told besides where. `sync`: force the new files to disk before they count as made. */
export interface ClusterOptions {
  readonly password: string;
  readonly sync: boolean;
}

/**
 * Makes the home's cluster unless it is there: locale C, UTF-8, passwords by scram-sha-256. It appears whole or not at
 * all.
 *
 * @throws PostgresStartFailure `initdb-failed`, `other-major-version`
 */
export async function ensureCluster(home: DataHome, binaries: Binaries, options: ClusterOptions): Promise<void> {
  const versionFile = join(home.cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    await withStaging(home.dataDir, async (staging) => {
      const made = await initdb(staging, home, binaries, options);
      adopt(made, home.cluster, versionFile);
    });
  }
  const made = readFileSync(versionFile, 'utf8').trim();
  const ours = binaries.version.split('.')[0] ?? '';
  if (made !== ours) {
    throw new PostgresStartFailure(
      'other-major-version',
      `The database in ${home.cluster} was made by PostgreSQL ${made} and this is ${ours}: ` +
        'move it away to begin anew, or set DATABASE_URL to a server of that version.',
    );
  }
}

async function initdb(staging: string, home: DataHome, binaries: Binaries, options: ClusterOptions): Promise<string> {
  const cluster = join(staging, 'cluster');
  const passwordFile = join(staging, 'password');
  const auth = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const durability = options.sync ? [] : ['--no-sync'];
  try {
    writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
    const { uid, gid } = home.account;
    if (uid !== undefined && gid !== undefined) for (const path of [staging, passwordFile]) chownSync(path, uid, gid);
    await run(binaries.initdb, ['-D', cluster, ...auth, '--locale=C', '--encoding=UTF8', ...durability], {
      ...home.account,
      cwd: '/',
      env: serverEnvironment,
    });
    return cluster;
  } catch (error) {
    throw initdbFailed(home.cluster, error);
  }
}

/** Another process may have been quicker; its cluster has the same password. */
function adopt(made: string, cluster: string, versionFile: string): void {
  try {
    renameSync(made, cluster);
  } catch (error) {
    if (!existsSync(versionFile)) throw initdbFailed(cluster, error);
  }
}

function initdbFailed(cluster: string, error: unknown): PostgresStartFailure {
  const { message, stderr } = error as Error & { stderr?: string };
  const lines = (stderr ?? message).split('\n');
  const why = lines.find((line) => /error:|FATAL/.test(line)) ?? lines[0] ?? '';
  return new PostgresStartFailure('initdb-failed', `The database in ${cluster} could not be made: ${why.trim()}`, {
    cause: error,
  });
}
