import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from '../platform/config/environment.js';
import { subgraphName } from '../platform/db/names.js';
import { InvalidInput } from '../platform/errors/hub-error.js';
import { listen } from '../platform/subgraph/listen.js';
import { createLog, type Log } from '../platform/telemetry/log.js';
import { loadedExample, loadSampleArea } from './area.js';
import { assemble, type Assembly } from './assemble.js';
import { migrateHub, openServer, sampleIsLoaded, type Server } from './database.js';
import { manifests, subgraphPort } from './domains.js';
import { checkGateway, startGateway } from './gateway-process.js';
import { staleSchema } from './schema-files.js';

/** A part of the hub that runs in this process, as `hub status` lists it. */
export interface Part {
  readonly name: string;
  readonly pid: number;
  readonly address: string;
}

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

/** Where `hub status` finds the parts that run. */
export const statusFile = (dataDir: string, name: string): string => path.join(dataDir, 'run', `${name}.json`);

function note(environment: Environment, stack: Stack, part: Part): void {
  const file = statusFile(environment.dataDir, part.name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(part));
  stack.push(() => {
    rmSync(file, { force: true });
    return Promise.resolve();
  });
}

async function keepFeeds(assembly: Assembly, stack: Stack): Promise<void> {
  for (const relay of await assembly.relays()) {
    relay.start();
    stack.push(() => relay.stop());
  }
}

/** What would end the start anyway is found before anything is begun. */
async function refuseEarly(environment: Environment): Promise<void> {
  const running = runningHub(environment.dataDir);
  if (running) {
    throw new InvalidInput(
      `A hub already runs on this data directory (pid ${String(running)}): stop it, or choose another with HUB_DATA_DIR.`,
    );
  }
  const stale = await staleSchema();
  if (stale.length > 0) {
    throw new InvalidInput(`The committed schema does not fit the subgraphs (${stale.join(', ')}): run hub schema.`);
  }
  await checkGateway(environment);
}

/** The process that noted itself here, if it still lives. */
function runningHub(dataDir: string): number | null {
  const file = statusFile(dataDir, 'hub');
  if (!existsSync(file)) return null;
  const { pid } = JSON.parse(readFileSync(file, 'utf8')) as Part;
  try {
    process.kill(pid, 0);
    return pid === process.pid ? null : pid;
  } catch {
    return null;
  }
}

async function wantsSample(environment: Environment, adminUrl: string): Promise<boolean> {
  if (environment.sampleChildren === 0 || environment.production) return false;
  return loadedExample(environment.dataDir) === null || !(await sampleIsLoaded(adminUrl));
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
  const parts = [{ name: 'hub', pid: process.pid, address: gateway.url }];
  for (const part of parts) note(environment, stack, part);
  return {
    parts,
    ready: {
      gateway: gateway.url,
      subgraphs: 'co-located',
      database: server.pid === null ? 'DATABASE_URL' : 'embedded',
    },
    stop: () => stack.unwind(),
  };
}

async function startApart(
  environment: Environment,
  log: Log,
  stack: Stack,
  names: readonly string[],
): Promise<Running> {
  const known = ['gateway', ...manifests.map(({ domain }) => subgraphName(domain))];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new InvalidInput(`There is no part ${unknown}: use ${known.join(', ')}.`);
  const here = manifests.map(({ domain }) => domain).filter((domain) => names.includes(subgraphName(domain)));
  const assembly = await assemble({ environment, log, adminUrl: null, here });
  stack.push(() => assembly.close());
  const parts: Part[] = [];
  for (const subgraph of assembly.subgraphs.values()) {
    const listening = await listen(subgraph, {
      host: environment.host,
      port: subgraphPort(subgraph.name, environment.port),
    });
    stack.push(() => listening.stop());
    parts.push({ name: subgraph.name, pid: process.pid, address: listening.url });
  }
  await keepFeeds(assembly, stack);
  if (names.includes('gateway')) {
    const gateway = await startGateway(environment, assembly, log);
    stack.push(() => gateway.stop());
    parts.push({ name: 'gateway', pid: process.pid, address: gateway.url });
  }
  for (const part of parts) note(environment, stack, part);
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
      : await startApart(environment, log, stack, only);
  } catch (error) {
    await stack.unwind();
    throw error;
  }
}
