import { createHash } from 'node:crypto';
import { authenticator } from '../gateway/authenticate.js';
import { createGateway } from '../gateway/gateway.js';
import { defaultLimits } from '../gateway/limits.js';
import { GatewayMetrics } from '../gateway/metrics.js';
import { type GatewayServer, startServer } from '../gateway/server.js';
import { trustedIssuers } from '../platform/auth/issuers.js';
import type { Environment } from '../platform/config/environment.js';
import type { Log } from '../platform/telemetry/log.js';
import { type Assembly, subgraphTimeoutMs } from './assemble.js';
import { committedSupergraph, operations } from './schema-files.js';

const bodyBytes = 262_144;

/** Starts the gateway over whatever way to the subgraphs this process has. */
export async function startGateway(environment: Environment, assembly: Assembly, log: Log): Promise<GatewayServer> {
  const { production, dataDir, host, port } = environment;
  const issuers = await trustedIssuers({
    configured: environment.issuers,
    developmentTokens: environment.developmentTokens ?? false,
    dataDir,
    production,
    host,
  });
  const metrics = new GatewayMetrics(assembly.metrics.registry);
  const safelist = new Map(operations().map(({ text }) => [createHash('sha256').update(text).digest('hex'), text]));
  const gateway = await createGateway({
    supergraph: committedSupergraph(),
    transports: assembly.transports,
    minter: await assembly.minter('gateway'),
    enforceScopes: true,
    limits: defaultLimits,
    safelist,
    production: !(environment.developmentTokens ?? false),
    timeoutMs: subgraphTimeoutMs + 500,
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
  });
}
