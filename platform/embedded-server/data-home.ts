import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PostgresStartFailure } from './postgres-start-failure.js';
import { type ServerAccount, serverAccount } from './server-account.js';
import { serverEnvironment } from './server-environment.js';

/** Where one hub's database lives, and as whom. */
export interface DataHome {
  /** Holds the cluster, its password and its log: the directory asked for, or `spare`. */
  readonly dataDir: string;
  readonly cluster: string;
  readonly account: ServerAccount;
  /** The directory for what the server cannot reach where it is. Made by `claimSpare` only when needed. */
  readonly spare: string;
}

/**
 * Makes the data directory and finds out, by doing it as the server's account, whether the server can work there. If
 * not (a clone in root's home), the home is `/var/tmp/hub-<hash of the path>`. A database that exists is never left
 * behind for an empty one: it is used where it is, or the start fails.
 *
 * @throws PostgresStartFailure `data-directory-not-writable`, `account-missing`
 */
export function dataHome(asked: string): DataHome {
  const path = makeDirectory(asked);
  const spare = `/var/tmp/hub-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`;
  const livesInSpare = !holdsCluster(path) && isOurs(spare) && holdsCluster(spare);
  const account = serverAccount(clusterIn(livesInSpare ? spare : path));
  if (!livesInSpare && canWork(path, account)) return { dataDir: path, cluster: clusterIn(path), account, spare };
  if (account.uid === undefined && !livesInSpare) throw notWritable(path, 'permission denied');
  if (holdsCluster(path)) throw notWritable(path, 'user ' + String(account.uid) + ' has no way to the database in it');
  claimSpare(spare);
  return { dataDir: spare, cluster: clusterIn(spare), account, spare };
}

/**
 * Makes the spare directory, or checks that the one there is ours: anybody may write in /var/tmp.
 *
 * @throws PostgresStartFailure `data-directory-not-writable`
 */
export function claimSpare(spare: string): void {
  if (!existsSync(spare)) mkdirSync(spare);
  if (!isOurs(spare)) throw notWritable(spare, 'it belongs to another user');
  chmodSync(spare, 0o711);
}

function makeDirectory(asked: string): string {
  const path = resolve(asked);
  try {
    // Root's server runs as another account, which must be let through whatever the umask.
    if (mkdirSync(path, { recursive: true }) !== undefined) chmodSync(path, process.getuid?.() === 0 ? 0o711 : 0o700);
    return realpathSync(path);
  } catch (error) {
    throw notWritable(path, reasonOf(error), error);
  }
}

/** Tried rather than worked out: modes, access lists, mounts and name spaces all have a say. */
function canWork(path: string, account: ServerAccount): boolean {
  let probe: string;
  try {
    probe = mkdtempSync(join(path, 'probe-'));
  } catch (error) {
    throw notWritable(path, reasonOf(error), error);
  }
  try {
    if (account.uid !== undefined && account.gid !== undefined) chownSync(probe, account.uid, account.gid);
    const script = ['-c', 'cd "$0" && : > written', probe];
    return spawnSync('/bin/sh', script, { ...account, cwd: '/', env: serverEnvironment }).status === 0;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

function clusterIn(path: string): string {
  return join(path, 'postgres');
}

function holdsCluster(path: string): boolean {
  return existsSync(join(clusterIn(path), 'PG_VERSION'));
}

function isOurs(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.();
}

function reasonOf(error: unknown): string {
  return (error as Error).message.split(',')[0] ?? '';
}

function notWritable(path: string, why: string, cause?: unknown): PostgresStartFailure {
  const message = `The data directory ${path} cannot be written to (${why}): choose another with HUB_DATA_DIR.`;
  return new PostgresStartFailure('data-directory-not-writable', message, { cause });
}
