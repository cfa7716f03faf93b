import { readFileSync, statSync } from 'node:fs';
import { PostgresStartFailure } from './postgres-start-failure.js';

/** The account PostgreSQL runs as, ready to be spread into the options of `spawn`. Empty: our own. */
export interface ServerAccount {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root and insists on an account that exists, so root lends it one of the system's own:
 * the owner of `cluster` where there is one already, else `postgres`, else `nobody`. No account is created.
 */
export function serverAccount(cluster: string): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = accountNamed('postgres') ?? accountNamed('nobody');
  if (account !== undefined) return account;
  throw new PostgresStartFailure(
    'account-missing',
    'PostgreSQL does not run as root and there is no account named postgres or nobody to lend it: run as another user.',
  );
}

function accountNamed(name: string): ServerAccount | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}
