import type { Environment } from '../platform/config/environment.js';
import { databaseOf, loginUrl } from '../platform/db/logins.js';
import { roleNames, subgraphName } from '../platform/db/names.js';
import type { Domain } from '../platform/vocabulary/domain.js';
import { loginsFor, openServer, type Server } from './database.js';
import { manifests, subgraphPort } from './domains.js';

/** What parts that run apart stand on: their environment, complete, and the server that was opened for them. */
export interface ApartGround {
  readonly environment: Environment;
  /** Null where every login was given. */
  readonly server: Server | null;
}

/** Where another part is unless its URL says otherwise: on this computer, beside the gateway's port. */
const besideUs = (name: string, port: number): string => `http://127.0.0.1:${String(subgraphPort(name, port))}/graphql`;

/**
 * Fills in what a part needs and was not told: the addresses of the domains that stand elsewhere, and, in
 * development, the logins of this data directory's own database, started or joined. In production every login is
 * given, so that no process knows another's.
 */
export async function apartGround(given: Environment, here: readonly Domain[]): Promise<ApartGround> {
  const namesHere = here.map(subgraphName);
  const subgraphUrl = (name: string): string | undefined =>
    given.subgraphUrl(name) ?? (namesHere.includes(name) ? undefined : besideUs(name, given.port));
  const environment = { ...given, subgraphUrl };
  const without = namesHere.filter((name) => given.subgraphDatabaseUrl(name) === undefined);
  if (given.production || without.length === 0) return { environment, server: null };
  const server = await openServer(given);
  const prefix = databaseOf(server.adminUrl);
  const logins = loginsFor(given, prefix);
  const roles = new Map(manifests.map(({ domain }) => [subgraphName(domain), roleNames(prefix).app(domain)]));
  const subgraphDatabaseUrl = (name: string): string | undefined =>
    given.subgraphDatabaseUrl(name) ?? loginUrl(server.adminUrl, roles.get(name) ?? '', logins);
  return { environment: { ...environment, subgraphDatabaseUrl }, server };
}
