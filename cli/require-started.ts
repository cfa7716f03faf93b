import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '../platform/config/environment.js';
import { InvalidInput } from '../platform/errors/hub-error.js';

/** Whether a hub was started or migrated on this data directory: its doors know their keys. */
const wasMigrated = ({ keysDir }: Environment): boolean => existsSync(path.join(keysDir, 'doors', 'keys.json'));

/** A gateway that runs apart makes its development issuer, and nothing else, in a data directory of its own. */
const hasIssuer = ({ dataDir }: Environment): boolean => existsSync(path.join(dataDir, 'dev-issuer.json'));

function refuse({ dataDir }: Environment): never {
  throw new InvalidInput(
    `No hub was started on the data directory ${dataDir}: start one there, or name another with HUB_DATA_DIR.`,
  );
}

/**
 * InvalidInput where the data directory is nobody's: a command typed in the wrong place would otherwise make a second
 * database there, and answer of that one.
 */
export function requireStarted(environment: Environment): void {
  if (environment.databaseUrl === undefined && !wasMigrated(environment)) refuse(environment);
}

/** InvalidInput where no hub could take the token: no issuer is made for a directory that is nobody's. */
export function requireIssuer(environment: Environment): void {
  if (!wasMigrated(environment) && !hasIssuer(environment)) refuse(environment);
}
