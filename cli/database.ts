import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { developmentIssuer } from '../platform/auth/dev-issuer.js';
import { ensureKeys } from '../platform/auth/keys.js';
import { personas, subjectOf } from '../platform/auth/personas.js';
import type { Environment } from '../platform/config/environment.js';
import { connect } from '../platform/db/connect.js';
import type { DevelopmentPeople } from '../platform/db/development-people.js';
import { startEmbeddedPostgres } from '../platform/embedded-server/embedded-postgres.js';
import { databaseOf, ensureLogins, type Logins } from '../platform/db/logins.js';
import { migrate } from '../platform/db/migrate.js';
import { roleNames, schemaOf, subgraphName } from '../platform/db/names.js';
import { Defect, InvalidInput } from '../platform/errors/hub-error.js';
import { lastSource } from '../sample/sample.js';
import type { Composition } from './composition.js';
import { agreements, clearances, hub } from './domains.js';
import { minters } from './minters.js';

/** A server to talk to: the one DATABASE_URL names, or ours. */
export interface Server {
  readonly adminUrl: string;
  readonly pid: number | null;
  readonly movedTo: string | undefined;
  /** Another living process of the hub started it: it is shared. */
  readonly attached: boolean;
  stop(): Promise<void>;
}

const embeddedDatabase = 'hub';

async function createDatabase(adminUrl: string, name: string): Promise<string> {
  const client = await connect(adminUrl);
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database "${name}"`);
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

/** Makes the data directory, or says in one line that it cannot be written. */
export function ensureDataDir(dataDir: string): void {
  try {
    if (!existsSync(dataDir)) {
      mkdirSync(dataDir, { recursive: true });
      // As root the database server runs as another user, who must be able to pass through.
      chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    }
    if (!statSync(dataDir).isDirectory()) throw new TypeError('not a directory');
  } catch (error) {
    throw new InvalidInput(
      `The data directory ${dataDir} cannot be made or written: choose another with HUB_DATA_DIR.`,
      {},
      { cause: error },
    );
  }
}

/** The server of this hub, started if it is ours and not running. */
export async function openServer(environment: Environment): Promise<Server> {
  if (environment.databaseUrl !== undefined) {
    return {
      adminUrl: environment.databaseUrl,
      pid: null,
      movedTo: undefined,
      attached: true,
      stop: () => Promise.resolve(),
    };
  }
  ensureDataDir(environment.dataDir);
  const started = await startEmbeddedPostgres({ dataDir: environment.dataDir });
  const adminUrl = await createDatabase(started.adminUrl, embeddedDatabase);
  return {
    adminUrl,
    pid: started.pid,
    movedTo: started.movedTo,
    attached: started.attached,
    stop: () => started.stop(),
  };
}

/** The passwords of the hub's logins, whose names carry `prefix`. */
export function loginsFor(environment: Environment, prefix: string, { manifests }: Composition = hub): Logins {
  const names = roleNames(prefix);
  const given = manifests.flatMap(({ domain }) => environment.subgraphDatabaseUrl(subgraphName(domain)) ?? []);
  return ensureLogins(
    environment.dataDir,
    [names.unit, names.operator, ...manifests.map(({ domain }) => names.app(domain))],
    given,
  );
}

/**
 * Where development tokens are taken, the personas are known before they sign in, so that a team can be seated in any
 * order; in production nobody is known by them. Undefined where it is neither.
 */
function developmentPeople({ developmentTokens, production }: Environment): DevelopmentPeople | undefined {
  if (production) return { issuer: developmentIssuer, people: [] };
  if (developmentTokens !== true) return undefined;
  const people = personas.map((persona) => ({ name: persona.title, role: persona.role, ...subjectOf(persona, {}) }));
  return { issuer: developmentIssuer, people };
}

/** Brings the database and the keys to the present shape. */
export async function migrateHub(environment: Environment, adminUrl: string, composition = hub): Promise<void> {
  ensureDataDir(environment.dataDir);
  const keys = await ensureKeys(environment.keysDir, minters(composition));
  await migrate({
    adminUrl,
    domains: composition.schemas,
    logins: loginsFor(environment, databaseOf(adminUrl), composition),
    keys,
    agreements,
    clearances,
    today: environment.today,
    developmentPeople: developmentPeople(environment),
  });
}

/** Whether the sample area was loaded into this very database, to its last file. */
export async function sampleIsLoaded(adminUrl: string): Promise<boolean> {
  const last = hub.sources.get(lastSource);
  if (!last) throw new Defect('The sample has a file of no source.');
  const client = await connect(adminUrl);
  try {
    const { rowCount } = await client.query(`select from ${schemaOf(last.domain)}.source_receipt where source = $1`, [
      lastSource,
    ]);
    return rowCount === 1;
  } finally {
    await client.end();
  }
}
