import 'reflect-metadata';
import { assemble, type Assembly } from '../cli/assemble.js';
import { loginsFor } from '../cli/database.js';
import { manifests } from '../cli/domains.js';
import { startGateway } from '../cli/gateway-process.js';
import { todayInEngland } from '../cli/today.js';
import { trustedIssuers } from '../platform/auth/issuers.js';
import { type Environment, readEnvironment } from '../platform/config/environment.js';
import { Lines } from '../platform/db/lines.js';
import { databaseOf, loginUrl } from '../platform/db/logins.js';
import { roleNames } from '../platform/db/names.js';
import { Defect } from '../platform/errors/hub-error.js';
import { listen } from '../platform/subgraph/listen.js';
import { createLog } from '../platform/telemetry/log.js';
import { serveApollo } from './apollo-gateway.js';
import { byHand } from './by-hand.js';
import { serveByHand } from './by-hand-server.js';
import { floor } from './floor.js';
import type { Manner } from './hand-written.js';
import { limit } from './limit.js';
import type { PartArguments, PartCommand, PartCounts, PartReply } from './messages.js';
import { type ProfileSummary, startProfile } from './profile.js';

interface Standing {
  readonly url: string;
  counts(): Promise<PartCounts>;
}

const everywhere = manifests.map(({ domain }) => domain);
const log = createLog('silent');

async function counted({ metrics }: Assembly): Promise<PartCounts> {
  const all = await metrics.registry.getMetricsAsJSON();
  const sum = (name: string): number =>
    (all.find((metric) => metric.name === name)?.values ?? []).reduce((total, { value }) => total + value, 0);
  return {
    transactions: sum('hub_sql_transactions_total'),
    statements: sum('hub_sql_statements_total'),
    subgraphCalls: sum('hub_gateway_subgraph_calls_total'),
  };
}

function adminUrlOf({ databaseUrl }: Environment): string {
  if (databaseUrl === undefined) throw new Defect('DATABASE_URL is not set.');
  return databaseUrl;
}

async function hub(environment: Environment): Promise<Standing> {
  const assembly = await assemble({ environment, log, adminUrl: adminUrlOf(environment), here: everywhere });
  const { url } = await startGateway(environment, assembly, log);
  return { url, counts: () => counted(assembly) };
}

async function gateway(environment: Environment): Promise<Standing> {
  const assembly = await assemble({ environment, log, adminUrl: null, here: [] });
  const { url } = await startGateway(environment, assembly, log);
  return { url, counts: () => counted(assembly) };
}

async function subgraphs(environment: Environment, { subgraphPort }: PartArguments): Promise<Standing> {
  const assembly = await assemble({ environment, log, adminUrl: null, here: everywhere });
  const urls: string[] = [];
  for (const [at, domain] of everywhere.entries()) {
    const subgraph = assembly.subgraphs.get(domain);
    if (!subgraph) throw new Defect('A subgraph is missing.');
    urls.push((await listen(subgraph, { host: environment.host, port: subgraphPort + at })).url);
  }
  return { url: urls.join(' '), counts: () => counted(assembly) };
}

const issuersOf = ({ issuers, dataDir, production, host }: Environment) =>
  trustedIssuers({ configured: issuers, developmentTokens: false, dataDir, production, host });

async function apollo(environment: Environment, port: number, fetcher: 'default' | 'undici'): Promise<Standing> {
  const assembly = await assemble({ environment, log, adminUrl: null, here: [] });
  let subgraphCalls = 0;
  const url = await serveApollo({
    urlOf: (name) => environment.subgraphUrl(name) ?? '',
    minter: await assembly.minter('gateway'),
    issuers: await issuersOf(environment),
    port,
    fetcher,
    onCall: () => (subgraphCalls += 1),
  });
  return { url, counts: () => Promise.resolve({ transactions: 0, statements: 0, subgraphCalls }) };
}

/** A handler written by hand: the limit under the login that co-located domains share, a floor as the superuser. */
async function written(environment: Environment, port: number, manner: Manner | null): Promise<Standing> {
  const adminUrl = adminUrlOf(environment);
  const { unit, app } = roleNames(databaseOf(adminUrl));
  const assembly = await assemble({ environment, log, adminUrl, here: everywhere });
  const login = manner ? adminUrl : loginUrl(adminUrl, unit, loginsFor(environment, databaseOf(adminUrl)));
  const opening = manner ?? limit(await assembly.minter('gateway'), app);
  const handler = byHand(assembly, new Lines(login), opening, todayInEngland);
  const url = await serveByHand(handler, await issuersOf(environment), port);
  return { url, counts: () => Promise.resolve({ ...handler.counts, subgraphCalls: 0 }) };
}

function stand(environment: Environment, args: PartArguments): Promise<Standing> {
  switch (args.part) {
    case 'hub':
      return hub(environment);
    case 'gateway':
      return gateway(environment);
    case 'subgraphs':
      return subgraphs(environment, args);
    case 'limit':
      return written(environment, args.port, null);
    case 'floor':
      return written(environment, args.port, floor({ audited: false }));
    case 'floor-audited':
      return written(environment, args.port, floor({ audited: true }));
    case 'apollo':
      return apollo(environment, args.port, 'default');
    case 'apollo-undici':
      return apollo(environment, args.port, 'undici');
  }
}

/** Stands in a process of its own as what the first argument says, and does as its parent tells it. */
async function main(given: string): Promise<void> {
  const standing = await stand(readEnvironment(), JSON.parse(given) as PartArguments);
  const reply = (message: PartReply): void => void process.send?.(message);
  let stopProfile: (() => Promise<ProfileSummary>) | null = null;
  const obey = async (command: PartCommand): Promise<void> => {
    if (command === 'stop') process.exit(0);
    if (command === 'profile') stopProfile = await startProfile();
    if (command === 'profiled') reply({ profile: await stopProfile?.() });
    else reply({ counts: await standing.counts() });
  };
  process.on('message', (command) => void obey(command as PartCommand));
  process.on('disconnect', () => process.exit(0));
  reply({ url: standing.url });
}

if (process.send !== undefined && process.argv[2] !== undefined) await main(process.argv[2]);
