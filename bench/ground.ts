import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { assemble } from '../cli/assemble.js';
import { loginsFor, migrateHub, openServer, type Server } from '../cli/database.js';
import { manifests } from '../cli/domains.js';
import { ingestFiles } from '../cli/ingest.js';
import { filesBySource, writeSample } from '../cli/sample/sample.js';
import { todayInEngland } from '../cli/today.js';
import { personaNamed } from '../platform/auth/personas.js';
import { type Environment, readEnvironment } from '../platform/config/environment.js';
import { databaseOf, loginUrl } from '../platform/db/logins.js';
import { roleNames } from '../platform/db/names.js';
import { createLog } from '../platform/telemetry/log.js';
import type { Domain } from '../platform/vocabulary/domain.js';
import { makeIssuer, type Pair } from './callers.js';
import type { PartName } from './messages.js';

/** A database of the bench's own, with a sample area in it and many callers. */
export interface Ground {
  readonly server: Server;
  /** Callers and children: no caller twice, and children in an order in which none comes twice soon. */
  readonly pairs: readonly Pair[];
  readonly issuer: ReturnType<typeof makeIssuer>;
  /** The environment a part is started with. */
  readonly environmentOf: (part: PartName) => Readonly<Record<string, string>>;
  /** Settings that would make the figures easier than they are in production. */
  readonly durability: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** How many social workers each child has, each with a caseload of one: so many callers are needed, not caseloads. */
const workersPerChild = 3;

async function loadArea(environment: Environment, adminUrl: string, children: number): Promise<void> {
  const report = await writeSample({
    children,
    seed: 7,
    outDir: path.join(environment.dataDir, 'sample'),
    asAt: todayInEngland(),
  });
  const here = manifests.map(({ domain }) => domain);
  const assembly = await assemble({ environment, log: createLog('silent'), adminUrl, here });
  try {
    for (const { source, paths, year } of filesBySource(report)) await ingestFiles(assembly, source, paths, { year });
    for (const relay of await assembly.relays()) await relay.catchUp();
  } finally {
    await assembly.close();
  }
}

/** Social workers of the bench's own, and a SENCO of each child's school: every one of them another person. */
async function makePairs(admin: Client): Promise<Pair[]> {
  const worker = personaNamed('social-worker');
  await admin.query(
    `insert into access.relationship (child_id, grantee, basis, reference, valid)
     select child_id, 'person:sw-bench-' || n || '-' || child_id, 'CASELOAD', 'bench', tstzrange(now() - interval '1 day', null)
     from partnership.child, generate_series(1, $1) n`,
    [workersPerChild],
  );
  const { rows } = await admin.query<{ child_id: string; urn: string | null }>(
    `select c.child_id, (select substr(r.grantee, 5) from access.relationship r
       where r.child_id = c.child_id and r.basis = 'SCHOOL_ROLL' and r.valid @> now() limit 1) urn
     from partnership.child c order by c.child_id`,
  );
  const workers = Array.from({ length: workersPerChild }, (_, at) =>
    rows.map(({ child_id: childId }): Pair => {
      return { childId, sub: `sw-bench-${at + 1}-${childId}`, org: worker.org, persona: 'social-worker' };
    }),
  );
  const sencos = rows.flatMap(({ child_id: childId, urn }): Pair[] =>
    urn === null ? [] : [{ childId, sub: `senco-${childId}.${urn}`, org: urn, persona: 'senco' }],
  );
  return [...workers, sencos].flat();
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
  const more: Readonly<Record<PartName, Variables>> = {
    hub: { DATABASE_URL: adminUrl },
    limit: { DATABASE_URL: adminUrl },
    floor: { DATABASE_URL: adminUrl },
    'floor-audited': { DATABASE_URL: adminUrl },
    subgraphs: databases,
    gateway: urls,
    apollo: urls,
    'apollo-undici': urls,
  };
  return (part: PartName): Variables => ({ ...shared, ...more[part] });
}

/** Starts PostgreSQL in a folder of its own and fills it; everything is gone after `stop`. */
export async function layGround(options: {
  readonly children: number;
  readonly subgraphPort: number;
}): Promise<Ground> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hub-bench-'));
  // As root the database server runs as another user, who must be able to pass through.
  chmodSync(dataDir, 0o755);
  const environment: Environment = { ...readEnvironment({ HUB_DATA_DIR: dataDir }), logLevel: 'silent' };
  const server = await openServer(environment);
  const remove = async (): Promise<void> => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await migrateHub(environment, server.adminUrl);
    await loadArea(environment, server.adminUrl, options.children);
    const admin = new Client({ connectionString: server.adminUrl });
    await admin.connect();
    const pairs = await makePairs(admin);
    await admin.query('vacuum analyze');
    const { rows } = await admin.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')`,
    );
    await admin.end();
    const issuer = makeIssuer(dataDir);
    return {
      server,
      pairs,
      issuer,
      environmentOf: environmentFor(environment, server.adminUrl, issuer.configured, options.subgraphPort),
      durability: Object.fromEntries(rows.map(({ name, setting }) => [name, setting])),
      stop: remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
