import type { Environment } from '../platform/config/environment.js';
import { subgraphName } from '../platform/db/names.js';
import { InvalidInput } from '../platform/errors/hub-error.js';
import { listen } from '../platform/subgraph/listen.js';
import { createLog, type Log } from '../platform/telemetry/log.js';
import { loadedExample, loadSampleArea } from './area.js';
import { apartGround } from './apart-ground.js';
import { assemble, type Assembly } from './assemble.js';
import { migrateHub, openServer, sampleIsLoaded, type Server } from './database.js';
import { manifests, subgraphPort } from './domains.js';
import { checkGateway, startGateway } from './gateway-process.js';
import { startPages, startPagesApart } from './dashboard-process.js';
import { endOfLife } from './node-line.js';
import { NotedParts, type Part } from './noted-parts.js';
import { leastChildren } from '../sample/sample.js';
import { staleSchema } from './schema-files.js';
import { todayInEngland, todayOf } from './today.js';
import { WrongUsage } from './wrong-usage.js';

export interface Running {
  readonly parts: readonly Part[];
  readonly ready: Readonly<Record<string, unknown>>;
  stop(): Promise<void>;
}

type Say = (line: string) => void;

/** What was started, ended in the opposite order, whatever fails on the way. */
class Stack {
  private readonly ends: (() => Promise<unknown>)[] = [];

  push(end: () => Promise<unknown>): void {
    this.ends.unshift(end);
  }

  async unwind(): Promise<void> {
    for (const end of this.ends.splice(0)) await end().catch(() => undefined);
  }
}

function note({ dataDir }: Environment, stack: Stack, parts: readonly Part[]): void {
  const noted = new NotedParts(dataDir);
  for (const part of parts) {
    noted.note(part);
    stack.push(() => {
      noted.forget(part.name);
      return Promise.resolve();
    });
  }
}

async function keepFeeds(assembly: Assembly, stack: Stack): Promise<void> {
  const feeds = await assembly.feeds();
  if (!feeds) return;
  feeds.start();
  stack.push(() => feeds.stop());
}

/** What would end the start anyway is found before anything is begun. */
async function refuseEarly(environment: Environment): Promise<void> {
  const running = new NotedParts(environment.dataDir).livingHub();
  if (running !== null) {
    throw new InvalidInput(
      `A hub already runs on this data directory (pid ${String(running)}): stop it, or choose another with HUB_DATA_DIR.`,
    );
  }
  refuseSmallSample(environment);
  const stale = await staleSchema();
  if (stale.length > 0) {
    throw new InvalidInput(`The committed schema does not fit the subgraphs (${stale.join(', ')}): run hub schema.`);
  }
  await checkGateway(environment);
}

function refuseSmallSample(environment: Environment): void {
  const { sampleChildren, production, dataDir } = environment;
  const least = leastChildren(todayOf(environment));
  if (production || sampleChildren === 0 || sampleChildren >= least || loadedExample(dataDir) !== null) return;
  throw new InvalidInput(
    `HUB_SAMPLE_CHILDREN is ${String(sampleChildren)}: a sample has at least ${String(least)} children, and 0 loads none.`,
  );
}

async function wantsSample(environment: Environment, adminUrl: string): Promise<boolean> {
  if (environment.sampleChildren === 0 || environment.production) return false;
  return loadedExample(environment.dataDir) === null || !(await sampleIsLoaded(adminUrl));
}

/** What whoever starts the hub should know, and would not see by themselves. */
function startNotices(environment: Environment): string[] {
  const notices: string[] = [];
  const end = endOfLife(process.version, todayInEngland());
  if (end !== null) notices.push(end);
  const loaded = loadedExample(environment.dataDir);
  const { sampleChildren, sampleChildrenGiven } = environment;
  if (loaded && sampleChildrenGiven && loaded.children !== sampleChildren)
    notices.push(
      'A sample area is loaded already, so HUB_SAMPLE_CHILDREN changes nothing: for another, start on a new HUB_DATA_DIR.',
    );
  return notices;
}

async function startEverything(environment: Environment, log: Log, stack: Stack, say: Say): Promise<Running> {
  await refuseEarly(environment);
  const server: Server = await openServer(environment);
  stack.push(() => server.stop());
  if (server.movedTo !== undefined)
    say(`The database server cannot read this path, so its programs and data are in ${server.movedTo}.`);
  say('Migrating the database…');
  await migrateHub(environment, server.adminUrl);
  const here = manifests
    .map(({ domain }) => domain)
    .filter((domain) => environment.subgraphUrl(subgraphName(domain)) === undefined);
  const assembly = await assemble({ environment, log, adminUrl: server.adminUrl, here });
  stack.push(() => assembly.close());
  for (const line of startNotices(environment)) say(line);
  if (await wantsSample(environment, server.adminUrl)) {
    say(`Loading a sample area of ${String(environment.sampleChildren)} children…`);
    await loadSampleArea(environment, assembly, (counts) => {
      const review = counts.review > 0 ? `, ${String(counts.review)} for review` : '';
      say(`  ${counts.source}: ${String(counts.read)} read, ${String(counts.written)} written${review}`);
    });
  }
  await keepFeeds(assembly, stack);
  const gateway = await startGateway(environment, assembly, log);
  stack.push(() => gateway.stop());
  const pages = await startPages(environment, gateway.url, log);
  if (pages) stack.push(() => pages.stop());
  const parts = [{ name: 'hub', pid: process.pid, address: gateway.url, ...holding(server) }];
  note(environment, stack, parts);
  return {
    parts,
    ready: {
      gateway: gateway.url,
      ...(pages ? { dashboard: pages.url } : {}),
      subgraphs: 'co-located',
      database: server.pid === null ? 'DATABASE_URL' : 'embedded',
    },
    stop: () => stack.unwind(),
  };
}

/** Marks the parts of the process that started the embedded database. */
function holding(server: Server | null): Pick<Part, 'database'> {
  return server?.pid != null && !server.attached ? { database: 'embedded' } : {};
}

/** What was asked for on the command line, and how to say something of it. */
interface Asked {
  readonly names: readonly string[];
  readonly say: Say;
}

async function startApart(given: Environment, log: Log, stack: Stack, { names, say }: Asked): Promise<Running> {
  const known = ['gateway', 'dashboard', ...manifests.map(({ domain }) => subgraphName(domain))];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new WrongUsage(`There is no part ${unknown}: use ${known.join(', ')}.`);
  const here = manifests.map(({ domain }) => domain).filter((domain) => names.includes(subgraphName(domain)));
  const { environment, server } = await apartGround(given, here);
  stack.push(() => server?.stop() ?? Promise.resolve());
  const held = holding(server);
  if (held.database) say('This process holds the database of the other parts: stop it last.');
  const assembly = await assemble({ environment, log, adminUrl: null, here });
  stack.push(() => assembly.close());
  const parts: Part[] = [];
  for (const subgraph of assembly.subgraphs.values()) {
    const listening = await listen(subgraph, {
      host: environment.host,
      port: subgraphPort(subgraph.name, environment.port),
    });
    stack.push(() => listening.stop());
    parts.push({ name: subgraph.name, pid: process.pid, address: listening.url, ...held });
  }
  await keepFeeds(assembly, stack);
  if (names.includes('gateway')) {
    const gateway = await startGateway(environment, assembly, log);
    stack.push(() => gateway.stop());
    parts.push({ name: 'gateway', pid: process.pid, address: gateway.url, ...held });
  }
  if (names.includes('dashboard')) {
    const pages = await startPagesApart(environment, log);
    stack.push(() => pages.stop());
    parts.push({ name: 'dashboard', pid: process.pid, address: pages.address, ...held });
  }
  note(environment, stack, parts);
  return {
    parts,
    ready: Object.fromEntries(parts.map(({ name, address }) => [name, address])),
    stop: () => stack.unwind(),
  };
}

/** Starts the hub, or the named parts of it; nothing stays behind when it fails. */
export async function startHub(environment: Environment, only: readonly string[], say: Say): Promise<Running> {
  const log = createLog(environment.logLevel);
  const stack = new Stack();
  try {
    return only.length === 0
      ? await startEverything(environment, log, stack, say)
      : await startApart(environment, log, stack, { names: only, say });
  } catch (error) {
    await stack.unwind();
    throw error;
  }
}
