import { createServer } from 'node:net';
import { authenticator } from '../gateway/authenticate.js';
import { createExplorer, type Explorer } from '../gateway/explorer/explorer.js';
import type { ReadyTab } from '../gateway/explorer/explorer-page.js';
import { createGateway } from '../gateway/gateway.js';
import { defaultLimits } from '../gateway/limits.js';
import { GatewayMetrics } from '../gateway/metrics.js';
import { RegisteredOperations } from '../gateway/registered-operations.js';
import { sha256 } from '../gateway/safelist.js';
import { type GatewayServer, startServer } from '../gateway/server.js';
import { issueDevelopmentToken } from '../platform/auth/dev-issuer.js';
import { type TrustedIssuer, trustedIssuers } from '../platform/auth/issuers.js';
import { personas } from '../platform/auth/personas.js';
import type { Environment } from '../platform/config/environment.js';
import { bind } from '../platform/http/bind.js';
import type { Log } from '../platform/telemetry/log.js';
import { loadedExample } from './area.js';
import { operationsFolder } from './operations-folder.js';
import type { Assembly } from './assemble.js';
import { readyQuestions, readyText } from './ready-questions.js';
import { committedSupergraph, operations } from './schema-files.js';

const bodyBytes = 262_144;

/** Finds out, before anything else is begun, what would end the gateway's start: whom it trusts, and its port. */
export async function checkGateway(environment: Environment): Promise<void> {
  await issuersOf(environment);
  const probe = createServer();
  await bind(probe, environment);
  await new Promise((resolve) => probe.close(resolve));
}

const issuersOf = ({ issuers, developmentTokens, dataDir, production, host }: Environment): Promise<TrustedIssuer[]> =>
  trustedIssuers({ configured: issuers, developmentTokens: developmentTokens ?? false, dataDir, production, host });

/** Questions of the sample area where it is loaded, and of no child where it is not; each text once, whoever it is ready for. */
function readyTabs({ dataDir }: Environment, today: string): ReadyTab[] {
  const { childId = '', school = '' } = loadedExample(dataDir) ?? {};
  const once = new Map(readyQuestions.map((question) => [question.operation, question]));
  return [...once.values()].map((question) => {
    const own = readyQuestions.filter(({ operation }) => operation === question.operation);
    return {
      query: `# Ready for: ${own.map(({ role }) => role).join(', ')}\n${readyText(question)}`,
      variables: JSON.stringify(question.variables({ childId, school, today }), null, 2),
    };
  });
}

function explorerOf(environment: Environment, assembly: Assembly): Explorer | null {
  return createExplorer({
    personas,
    tabs: () => readyTabs(environment, assembly.today()),
    token: (persona, school) => issueDevelopmentToken(environment.dataDir, persona, { school }),
  });
}

/** Starts the gateway over whatever way to the subgraphs this process has. */
export async function startGateway(
  environment: Environment,
  assembly: Assembly,
  log: Log,
  supergraph = committedSupergraph(),
): Promise<GatewayServer> {
  const { host, port } = environment;
  const issuers = await issuersOf(environment);
  const metrics = new GatewayMetrics(assembly.metrics.registry);
  const safelist = new Map(operations().map(({ text }) => [sha256(text), text]));
  const registered = new RegisteredOperations(operationsFolder(environment.dataDir));
  const gateway = await createGateway({
    supergraph,
    transports: assembly.transports,
    minter: await assembly.minter('gateway'),
    enforceScopes: true,
    limits: defaultLimits,
    safelist,
    registered: () => registered.current(),
    production: !(environment.developmentTokens ?? false),
    timeoutMs: environment.domainTimeoutMs + 500,
    log,
    metrics,
  });
  return startServer({
    gateway,
    authenticate: authenticator(issuers),
    bodyBytes,
    metrics,
    registry: assembly.metrics.registry,
    host,
    port,
    corsOrigins: environment.corsOrigins,
    explorer: environment.developmentTokens === true ? explorerOf(environment, assembly) : null,
    outOfReach: () => assembly.outOfReach(),
  });
}
