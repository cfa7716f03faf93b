import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { claimSpare, type DataHome } from './data-home.js';
import { PostgresStartFailure } from './postgres-start-failure.js';
import type { ServerAccount } from './server-account.js';
import { serverEnvironment } from './server-environment.js';
import { withStaging } from './staging.js';

/** PostgreSQL's programs in a place where the server's account can run them. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** For example `18.4`. */
  readonly version: string;
  /** They are a copy in the home's spare directory. */
  readonly copied: boolean;
}

/**
 * The programs under `native`, or a copy in the home's spare directory where the server's account cannot run them
 * there but we can (node_modules under a directory with mode 0700).
 *
 * @throws PostgresStartFailure `binaries-missing` where they do not run at all
 */
export async function usableBinaries(native: string, home: DataHome): Promise<Binaries> {
  const direct = versionOf(native, home.account);
  if (direct !== undefined) return { ...programs(native), version: direct, copied: false };
  const version = versionOf(native, {});
  if (version === undefined) throw doNotRun(native);
  claimSpare(home.spare);
  const copy = join(home.spare, `postgresql-${version}`);
  if (!existsSync(copy)) await copyTo(copy, native, home.spare);
  if (versionOf(copy, home.account) === undefined) throw doNotRun(copy);
  return { ...programs(copy), version, copied: true };
}

function programs(native: string): Pick<Binaries, 'initdb' | 'postgres'> {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** Running it is the only test that covers the way to it, its libraries and the processor. */
function versionOf(native: string, account: ServerAccount): string | undefined {
  const options = { ...account, cwd: '/', env: serverEnvironment, encoding: 'utf8' } as const;
  const ran = spawnSync(programs(native).postgres, ['--version'], options);
  return ran.status === 0 ? /\d+\.\d+/.exec(ran.stdout)?.[0] : undefined;
}

async function copyTo(copy: string, native: string, spare: string): Promise<void> {
  await withStaging(spare, async (staging) => {
    await cp(native, staging, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', staging]);
    renameSync(staging, copy);
  });
}

function doNotRun(native: string): PostgresStartFailure {
  return new PostgresStartFailure(
    'binaries-missing',
    `PostgreSQL in ${native} does not run on this computer: run npm ci again, or set DATABASE_URL to another server.`,
  );
}
