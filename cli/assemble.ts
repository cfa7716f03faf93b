import { currentKey, readDoorKeys } from '../platform/auth/keys.js';
import { Door } from '../platform/auth/door.js';
import { Minter } from '../platform/auth/minter.js';
import type { Environment } from '../platform/config/environment.js';
import { Lines } from '../platform/db/lines.js';
import { databaseOf, loginUrl } from '../platform/db/logins.js';
import { roleNames, subgraphName } from '../platform/db/names.js';
import { Defect } from '../platform/errors/hub-error.js';
import { Relay } from '../platform/events/relay.js';
import { httpTransport } from '../platform/subgraph/http-transport.js';
import { inProcessTransport, type SharedUnits } from '../platform/subgraph/in-process-transport.js';
import { buildSubgraph, type Ground, type Subgraph } from '../platform/subgraph/subgraph.js';
import type { SubgraphTransport } from '../platform/subgraph/transport.js';
import type { Log } from '../platform/telemetry/log.js';
import { Metrics } from '../platform/telemetry/metrics.js';
import type { Domain } from '../platform/vocabulary/domain.js';
import { loginsFor } from './database.js';
import { type AnyManifest, manifests } from './domains.js';
import { todayInEngland } from './today.js';

/** How long a call to a subgraph may take; the database gives up at a third of it, so that a retry fits. */
export const subgraphTimeoutMs = 4500;

/** What stands in one process: the subgraphs built here, and the way to every one, here or elsewhere. */
export interface Assembly {
  readonly subgraphs: ReadonlyMap<Domain, Subgraph>;
  readonly transports: Readonly<Record<string, SubgraphTransport>>;
  readonly metrics: Metrics;
  minter(name: string): Promise<Minter>;
  /** The feeds kept by the domains that stand here. */
  relays(): Promise<Relay[]>;
  close(): Promise<void>;
}

export interface AssembleOptions {
  readonly environment: Environment;
  readonly log: Log;
  /** The server, where this process may know the co-located login; null where each service has a URL of its own. */
  readonly adminUrl: string | null;
  /** The domains to build here; the rest are reached over HTTP. */
  readonly here: readonly Domain[];
  readonly today?: () => string;
  /** What the server's roles are called by, where the database was copied from another. */
  readonly rolePrefix?: string;
}

const elsewhere = (environment: Environment, name: string): string | undefined => environment.subgraphUrl(name);

const namesFor = ({ adminUrl, rolePrefix }: AssembleOptions) => (adminUrl === null ? null : roleNames(rolePrefix ?? databaseOf(adminUrl)));

function databaseUrls(options: AssembleOptions) {
  const { environment, adminUrl } = options;
  const own = (domain: Domain): string | undefined => environment.subgraphDatabaseUrl(subgraphName(domain));
  const names = namesFor(options);
  if (adminUrl === null || names === null) {
    return {
      unit: null,
      of(domain: Domain): string {
        const url = own(domain);
        if (url === undefined) throw new Defect(`No database login for ${subgraphName(domain)}: set its HUB_…_DATABASE_URL.`);
        return url;
      },
    };
  }
  const logins = loginsFor(environment, options.rolePrefix ?? databaseOf(adminUrl));
  return { unit: loginUrl(adminUrl, names.unit, logins), of: (domain: Domain) => own(domain) ?? loginUrl(adminUrl, names.app(domain), logins) };
}

/** Puts the subgraphs of one process together: co-located ones share a unit of work, the rest are reached over HTTP. */
export async function assemble(options: AssembleOptions): Promise<Assembly> {
  const { environment, log, adminUrl, here } = options;
  const metrics = new Metrics();
  const urls = databaseUrls(options);
  const names = namesFor(options);
  const opened: Lines[] = [];
  const lines = (url: string): Lines => {
    const made = new Lines(url, { statementTimeoutMs: Math.floor(subgraphTimeoutMs / 3) });
    opened.push(made);
    return made;
  };
  const sharedLines = urls.unit === null ? null : lines(urls.unit);
  const doorKeys = here.length > 0 ? readDoorKeys(environment.keysDir) : [];
  const ground = (manifest: AnyManifest): Ground => ({
    door: new Door(subgraphName(manifest.domain), doorKeys),
    databaseUrl: urls.of(manifest.domain),
    unit: {
      lines: sharedLines ?? lines(urls.of(manifest.domain)),
      roleOf: (domain) => (sharedLines ? (names?.app(domain) ?? null) : null),
      metrics,
    },
    log,
    today: options.today ?? todayInEngland,
  });
  const subgraphs = new Map<Domain, Subgraph>();
  for (const manifest of manifests.filter(({ domain }) => here.includes(domain))) {
    subgraphs.set(manifest.domain, await buildSubgraph(manifest, ground(manifest)));
  }
  await Promise.all([...subgraphs.values()].map((subgraph) => subgraph.ready()));
  const shared: SharedUnits = new WeakMap();
  const transports = Object.fromEntries(
    manifests.flatMap(({ domain }) => {
      const name = subgraphName(domain);
      const url = elsewhere(environment, name);
      const built = subgraphs.get(domain);
      if (url !== undefined) return [[name, httpTransport({ url, audience: name, timeoutMs: subgraphTimeoutMs })]];
      return built ? [[name, inProcessTransport(built, shared)]] : [];
    }),
  ) as Record<string, SubgraphTransport>;
  const minter = (name: string): Promise<Minter> => Minter.of(currentKey(environment.keysDir, name));
  const transportOf = (domain: Domain): SubgraphTransport => {
    const found = transports[subgraphName(domain)];
    if (!found) throw new Defect(`There is no way to ${subgraphName(domain)} from here: set its HUB_…_URL.`);
    return found;
  };
  return {
    subgraphs,
    transports,
    metrics,
    minter,
    relays: () =>
      Promise.all(
        manifests.flatMap((manifest) => {
          const subgraph = subgraphs.get(manifest.domain);
          return (subgraph ? (manifest.consumers ?? []) : []).map(
            async (consumer) =>
              new Relay({ consumer, minter: await minter(consumer.name), door: (subgraph as Subgraph).door, source: (subgraph as Subgraph).source, transports: transportOf, metrics, log }),
          );
        }),
      ),
    async close() {
      await Promise.all([...subgraphs.values()].map((subgraph) => subgraph.close()));
      await Promise.all(opened.map((each) => each.close()));
    },
  };
}
