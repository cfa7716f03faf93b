import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PostgresStartFailure } from './postgres-start-failure.js';

/**
 * The superuser's password, from `<dataDir>/postgres-password`. Made before the first cluster and never afterwards.
 *
 * @throws PostgresStartFailure `password-missing` where there is a cluster but no password to it
 */
export function serverPassword(dataDir: string, cluster: string): string {
  const file = join(dataDir, 'postgres-password');
  if (!existsSync(file)) {
    if (existsSync(join(cluster, 'PG_VERSION'))) {
      throw new PostgresStartFailure(
        'password-missing',
        `The password of the database in ${cluster} is gone: restore ${file}, or move the database away to begin anew.`,
      );
    }
    writeOnce(file, randomBytes(24).toString('base64url'));
  }
  return readFileSync(file, 'utf8').trim();
}

/** Of two processes at the same instant one wins, and neither ever reads half a password. */
function writeOnce(file: string, password: string): void {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${password}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
