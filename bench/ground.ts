import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { loginsFor, migrateHub, openServer, type Server } from '../cli/database.js';
import { manifests } from '../cli/domains.js';
import { type Environment, readEnvironment } from '../platform/config/environment.js';
import { databaseOf, loginUrl } from '../platform/db/logins.js';
import { roleNames } from '../platform/db/names.js';
import { Defect, InvalidInput } from '../platform/errors/hub-error.js';
import type { Domain } from '../platform/vocabulary/domain.js';
import { arrange, type Arranged } from './arrange.js';
import { makeIssuer } from './callers.js';
import type { CleanUp } from './clean-up.js';
import { fill } from './fill.js';
import type { PartName } from './messages.js';
import type { OtherCommit } from './other-commit.js';
import { step } from './progress.js';

/** A database of the bench's own, with a sample area in it and many callers. */
export interface Ground extends Arranged {
  readonly server: Server;
  readonly environment: Environment;
  readonly issuer: ReturnType<typeof makeIssuer>;
  /** The environment a part is started with. */
  readonly environmentOf: (part: PartName) => Readonly<Record<string, string>>;
  /** Settings that would make the figures easier than they are in production. */
  readonly durability: Readonly<Record<string, string>>;
}

type Variables = Readonly<Record<string, string>>;

/** What each part is told, and nothing that it need not know: who stands apart has its own domains' logins only. */
function environmentFor(environment: Environment, adminUrl: string, issuers: string, subgraphPort: number) {
  const prefix = databaseOf(adminUrl);
  const logins = loginsFor(environment, prefix);
  const perDomain = (suffix: string, value: (domain: Domain, at: number) => string): Variables =>
    Object.fromEntries(manifests.map(({ domain }, at) => [`HUB_${domain}_${suffix}`, value(domain, at)]));
  const urls = perDomain('URL', (_, at) => `http://127.0.0.1:${String(subgraphPort + at)}/graphql`);
  const databases = perDomain('DATABASE_URL', (domain) => loginUrl(adminUrl, roleNames(prefix).app(domain), logins));
  const shared = {
    NODE_ENV: 'production',
    HUB_DATA_DIR: environment.dataDir,
    HUB_LOG_LEVEL: 'silent',
    HUB_ISSUERS: issuers,
  };
  const whole = { DATABASE_URL: adminUrl };
  const more: Readonly<Record<PartName, Variables>> = {
    hub: whole,
    limit: whole,
    floor: whole,
    'floor-audited': whole,
    subgraphs: databases,
    gateway: urls,
    apollo: urls,
    'apollo-undici': urls,
  };
  return (part: PartName): Variables => ({ ...shared, ...more[part] });
}

/** A folder of the bench's own, gone at the end. */
export function benchFolder(cleanUp: CleanUp): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-bench-'));
  // As root the database server runs as another user, who must be able to pass through.
  chmodSync(folder, 0o755);
  cleanUp.push(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const environmentOn = (dataDir: string): Environment => ({
  ...readEnvironment({ HUB_DATA_DIR: dataDir }),
  logLevel: 'silent',
});

interface Stand {
  readonly environment: Environment;
  readonly server: Server;
  readonly arranged: Arranged;
  readonly issuer: Ground['issuer'];
  readonly subgraphPort: number;
}

/** What the parts stand on, once a server has all its rows: tidied, so that no figure pays for the laying. */
async function groundOn({ environment, server, arranged, issuer, subgraphPort }: Stand): Promise<Ground> {
  const admin = new Client({ connectionString: server.adminUrl });
  await admin.connect();
  await admin.query('vacuum analyze');
  await admin.query('checkpoint');
  const { rows } = await admin.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')`,
  );
  await admin.end();
  return {
    ...arranged,
    server,
    environment,
    issuer,
    environmentOf: environmentFor(environment, server.adminUrl, issuer.configured, subgraphPort),
    durability: Object.fromEntries(rows.map(({ name, setting }) => [name, setting])),
  };
}

async function serverOn(environment: Environment, cleanUp: CleanUp): Promise<Server> {
  const server = await openServer(environment);
  cleanUp.push(() => server.stop());
  return server;
}

export interface Laying {
  readonly children: number;
  readonly subgraphPort: number;
  readonly folder: string;
  readonly cleanUp: CleanUp;
}

/** Starts PostgreSQL in a folder of its own and fills it. */
export async function layGround({ children, subgraphPort, folder, cleanUp }: Laying): Promise<Ground> {
  const environment = environmentOn(path.join(folder, 'data'));
  const server = await serverOn(environment, cleanUp);
  await step('Migrating the database', () => migrateHub(environment, server.adminUrl));
  await fill(environment, server.adminUrl, children);
  const arranged = await step('Arranging callers and agendas', () => arrange(server.adminUrl, environment.dataDir));
  return groundOn({ environment, server, arranged, issuer: makeIssuer(folder), subgraphPort });
}

/** Everything of a data directory, with its owners: the database server is another user where we are root. */
function copyWhole(from: string, to: string): void {
  if (!existsSync(path.join(from, 'postgres', 'PG_VERSION')))
    throw new InvalidInput(`The database server cannot read ${from}: set TMPDIR to a folder that every user can pass.`);
  const { status } = spawnSync('cp', ['-a', '--reflink=auto', from, to], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Defect('The data directory could not be copied.');
}

/**
 * The same children, under the same ids, on two servers. The other commit fills its own database, by its own command;
 * it is copied, byte by byte, and the copy is brought to the present shape as an operator's database is.
 */
export async function layTwice(
  other: OtherCommit,
  { children, subgraphPort, folder, cleanUp }: Laying,
): Promise<{ readonly before: Ground; readonly now: Ground }> {
  const [theirs, ours] = ['before', 'now'].map((name) => environmentOn(path.join(folder, name)));
  if (!theirs || !ours) throw new Defect('A ground has no folder.');
  mkdirSync(theirs.dataDir);
  chmodSync(theirs.dataDir, 0o755);
  await step(`Filling an area of ${String(children)} children by ${other.name}`, (update) =>
    other.fill(theirs.dataDir, children, update),
  );
  const arranged = await step('Arranging callers and agendas', async () => {
    const server = await openServer(theirs);
    return arrange(server.adminUrl, theirs.dataDir).finally(() => server.stop());
  });
  copyWhole(theirs.dataDir, ours.dataDir);
  const issuer = makeIssuer(folder);
  const [before, now] = [await serverOn(theirs, cleanUp), await serverOn(ours, cleanUp)];
  await step('Migrating the copy', () => migrateHub(ours, now.adminUrl));
  return {
    before: await groundOn({ environment: theirs, server: before, arranged, issuer, subgraphPort }),
    now: await groundOn({ environment: ours, server: now, arranged, issuer, subgraphPort }),
  };
}
