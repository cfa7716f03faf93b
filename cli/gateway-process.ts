import { createServer } from 'node:net';
import { authenticator } from '../gateway/authenticate.js';
import { createGateway } from '../gateway/gateway.js';
import { defaultLimits } from '../gateway/limits.js';
import { GatewayMetrics } from '../gateway/metrics.js';
import { RegisteredOperations } from '../gateway/registered-operations.js';
import { sha256 } from '../gateway/safelist.js';
import { type GatewayServer, startServer } from '../gateway/server.js';
import { type TrustedIssuer, trustedIssuers } from '../platform/auth/issuers.js';
import type { Environment } from '../platform/config/environment.js';
import { bind } from '../platform/http/bind.js';
import type { Log } from '../platform/telemetry/log.js';
import { operationsFolder } from './operations-folder.js';
import type { Assembly } from './assemble.js';
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
    outOfReach: () => assembly.outOfReach(),
  });
}
