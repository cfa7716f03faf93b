import { currentKey, type DoorKey, readDoorKeys } from '../platform/auth/keys.js';
import { Door } from '../platform/auth/door.js';
import { VerifiedEnvelopes } from '../platform/auth/verified-envelopes.js';
import { Minter } from '../platform/auth/minter.js';
import type { Environment } from '../platform/config/environment.js';
import { Lines } from '../platform/db/lines.js';
import { databaseOf, loginUrl } from '../platform/db/logins.js';
import { roleNames, subgraphName } from '../platform/db/names.js';
import { InvalidInput } from '../platform/errors/hub-error.js';
import { Feeds } from '../platform/events/feeds.js';
import { OutboxRepository } from '../platform/events/outbox.repository.js';
import type { RefresherOptions } from '../platform/events/refresher.js';
import { Relay } from '../platform/events/relay.js';
import { Repetition } from '../platform/events/repetition.js';
import { timeForAWrite } from '../platform/transport/time-for.js';
import { httpTransport } from '../platform/transport/http-transport.js';
import { inProcessTransport, type SharedUnits } from '../platform/subgraph/in-process-transport.js';
import { type Ground, Subgraph } from '../platform/subgraph/subgraph.js';
import type { SubgraphTransport } from '../platform/transport/transport.js';
import type { Log } from '../platform/telemetry/log.js';
import { Metrics } from '../platform/telemetry/metrics.js';
import type { Domain } from '../platform/vocabulary/domain.js';
import { loginsFor } from './database.js';
import type { AnyManifest, Composition } from './composition.js';
import { hub } from './domains.js';
import { todayOf } from './today.js';

/** What stands in one process: the subgraphs built here, and the way to every one, here or elsewhere. */
export interface Assembly {
  /** Every subgraph there is, here or elsewhere. */
  readonly composition: Composition;
  readonly subgraphs: ReadonlyMap<Domain, Subgraph>;
  readonly transports: Readonly<Record<string, SubgraphTransport>>;
  readonly metrics: Metrics;
  minter(name: string): Promise<Minter>;
  /** Today, ISO date: the day the database was told to stand at, or today in England. */
  today(): string;
  /** The subgraphs of this process whose database does not answer now. */
  outOfReach(): Promise<readonly string[]>;
  /** The feeds kept by the domains that stand here. */
  relays(): Promise<Relay[]>;
  /** The same, made to do again what they have done. */
  repetitions(): Promise<Repetition[]>;
  /** The feeds, kept up to date by themselves once started; null where no domain stands here. */
  feeds(): Promise<Feeds | null>;
  close(): Promise<void>;
}

export interface AssembleOptions {
  readonly environment: Environment;
  readonly log: Log;
  /** The server, where this process may know the co-located login; null where each service has a URL of its own. */
  readonly adminUrl: string | null;
  /** The domains to build here; the rest are reached over HTTP. */
  readonly here: readonly Domain[];
  /** Every subgraph there is: the hub's own unless given. */
  readonly composition?: Composition;
  /** What the server's roles are called by, where the database was copied from another. */
  readonly rolePrefix?: string;
}

interface Urls {
  readonly unit: string | null;
  readonly of: (domain: Domain) => string;
}

const variableOf = (domain: Domain): string => `HUB_${domain}_DATABASE_URL`;

/** The logins of this process: the shared one where it may know it, else each service's own. */
function databaseUrls(options: AssembleOptions): Urls {
  const { environment, adminUrl } = options;
  const own = (domain: Domain): string | undefined => environment.subgraphDatabaseUrl(subgraphName(domain));
  if (adminUrl === null) {
    const of = (domain: Domain): string => {
      const url = own(domain);
      if (url === undefined)
        throw new InvalidInput(`There is no database login for ${subgraphName(domain)}: set ${variableOf(domain)}.`);
      return url;
    };
    return { unit: null, of };
  }
  const prefix = options.rolePrefix ?? databaseOf(adminUrl);
  const logins = loginsFor(environment, prefix);
  const { unit, app } = roleNames(prefix);
  return {
    unit: loginUrl(adminUrl, unit, logins),
    of: (domain) => own(domain) ?? loginUrl(adminUrl, app(domain), logins),
  };
}

/** Puts the subgraphs of one process together: co-located ones share a unit of work, the rest are reached over HTTP. */
class AssemblyInProcess implements Assembly {
  readonly composition: Composition;
  readonly metrics = new Metrics();
  readonly subgraphs = new Map<Domain, Subgraph>();
  readonly transports: Record<string, SubgraphTransport> = {};
  private readonly opened: Lines[] = [];
  private readonly verified = new VerifiedEnvelopes();
  private day: string | undefined;

  constructor(private readonly options: AssembleOptions) {
    this.composition = options.composition ?? hub;
    this.day = options.environment.today;
  }

  async build(): Promise<this> {
    const { environment, here } = this.options;
    const urls = databaseUrls(this.options);
    const shared = urls.unit === null ? null : this.lines(urls.unit);
    const doorKeys = here.length > 0 ? readDoorKeys(environment.keysDir) : [];
    for (const manifest of this.composition.manifests.filter(({ domain }) => here.includes(domain))) {
      this.subgraphs.set(
        manifest.domain,
        await Subgraph.build(manifest, this.ground(manifest, urls, shared, doorKeys)),
      );
    }
    await Promise.all([...this.subgraphs.values()].map((subgraph) => subgraph.ready()));
    for (const subgraph of this.subgraphs.values()) this.stand(await subgraph.toldDay());
    this.reach();
    return this;
  }

  today(): string {
    return todayOf({ today: this.day });
  }

  async outOfReach(): Promise<readonly string[]> {
    const here = [...this.subgraphs.values()];
    const reached = await Promise.all(here.map((subgraph) => subgraph.reachesDatabase()));
    return here.filter((_, at) => !reached[at]).map(({ name }) => name);
  }

  minter(name: string): Promise<Minter> {
    return Minter.of(currentKey(this.options.environment.keysDir, name), this.verified);
  }

  async relays(): Promise<Relay[]> {
    return (await this.consumers()).map((one) => new Relay({ ...one, log: this.options.log }));
  }

  async repetitions(): Promise<Repetition[]> {
    return (await this.consumers()).map((one) => new Repetition(one));
  }

  private async consumers(): Promise<RefresherOptions[]> {
    const kept = this.composition.manifests.flatMap(({ domain, consumers }) => {
      const subgraph = this.subgraphs.get(domain);
      return subgraph ? (consumers ?? []).map((consumer) => ({ consumer, subgraph })) : [];
    });
    const [transports, { metrics }] = [(domain: Domain) => this.transportTo(domain), this];
    return Promise.all(
      kept.map(async ({ consumer, subgraph: { door, source } }) => {
        return { consumer, minter: await this.minter(consumer.name), door, source, transports, metrics };
      }),
    );
  }

  async feeds(): Promise<Feeds | null> {
    const here = [...this.subgraphs.values()];
    const { unit, of } = databaseUrls(this.options);
    const [first] = here;
    if (!first) return null;
    return new Feeds({
      relays: await this.relays(),
      outboxes: here.map(({ source, domain }) => new OutboxRepository(source, domain)),
      url: unit ?? of(first.domain),
      pollMs: this.options.environment.eventPollMs,
      log: this.options.log,
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.subgraphs.values()].map((subgraph) => subgraph.close()));
    await Promise.all(this.opened.map((each) => each.close()));
  }

  /** Code and SQL stand at one day, whichever of this process's commands was told it. */
  private stand(told: string | null): void {
    const { today, production } = this.options.environment;
    if (told !== null && production) {
      throw new InvalidInput(
        `The database stands at ${told}, as a test of it does: run hub migrate in production first.`,
      );
    }
    if (today !== undefined && today !== told) {
      throw new InvalidInput(
        `HUB_TODAY is ${today}, and the database stands at ${told ?? 'no day'}: start the hub, or run hub migrate, with the same HUB_TODAY.`,
      );
    }
    this.day = told ?? undefined;
  }

  /** The database gives up at a third of what a call may take, so that a retry fits. */
  private get statementMs(): number {
    return Math.floor(this.options.environment.domainTimeoutMs / 3);
  }

  private lines(url: string): Lines {
    const made = new Lines(url, { statementTimeoutMs: this.statementMs });
    this.opened.push(made);
    return made;
  }

  private ground({ domain }: AnyManifest, urls: Urls, shared: Lines | null, doorKeys: readonly DoorKey[]): Ground {
    const { adminUrl, rolePrefix, log } = this.options;
    const names = adminUrl === null ? null : roleNames(rolePrefix ?? databaseOf(adminUrl));
    return {
      door: new Door(subgraphName(domain), doorKeys, this.verified),
      databaseUrl: urls.of(domain),
      unit: {
        lines: shared ?? this.lines(urls.of(domain)),
        roleOf: (of) => (shared && names ? names.app(of) : null),
        metrics: this.metrics,
      },
      log,
      recordSources: this.composition.recordSources,
      today: () => this.today(),
      connectMs: timeForAWrite(this.options.environment.domainTimeoutMs),
      writeConnections: this.options.environment.writeConnections,
      feedLateMs: this.options.environment.feedLateMs,
    };
  }

  /** A URL that is given chooses HTTP, even for a domain that was built here. */
  private reach(): void {
    const shared: SharedUnits = new WeakMap();
    const { domainTimeoutMs: timeoutMs } = this.options.environment;
    for (const { domain } of this.composition.manifests) {
      const name = subgraphName(domain);
      const url = this.options.environment.subgraphUrl(name);
      const built = this.subgraphs.get(domain);
      if (url !== undefined) this.transports[name] = httpTransport({ url, audience: name, timeoutMs });
      else if (built) this.transports[name] = inProcessTransport(built, shared);
    }
  }

  private transportTo(domain: Domain): SubgraphTransport {
    const name = subgraphName(domain);
    const found = this.transports[name];
    if (!found) throw new InvalidInput(`There is no way to ${name} from here: set HUB_${domain}_URL.`);
    return found;
  }
}

export function assemble(options: AssembleOptions): Promise<Assembly> {
  return new AssemblyInProcess(options).build();
}
