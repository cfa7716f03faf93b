import { assemble, type Assembly } from '../../cli/assemble.js';
import { manifests } from '../../cli/domains.js';
import { startGateway } from '../../cli/gateway-process.js';
import { issueDevelopmentToken } from '../../platform/auth/dev-issuer.js';
import { createLog } from '../../platform/telemetry/log.js';
import type { As, GatewayBody, TestHub } from './hub.js';
import { rolePrefix } from './templates.js';

/** A hub over the same database, on a later day: as it is started again. */
export interface LaterHub {
  readonly assembly: Assembly;
  /** Through the gateway, over HTTP. */
  post(as: As, document: string, variables: Record<string, unknown>): Promise<GatewayBody>;
  close(): Promise<void>;
}

/** Starts the hub again on another day, beside the one that stands where it stood: which is asked nothing any more. */
export async function startedOn({ admin, adminUrl, environment: before }: TestHub, today: string): Promise<LaterHub> {
  await admin.query('update ctx.setting set day = $1', [today]);
  const environment = { ...before, today };
  const log = createLog('silent');
  const here = manifests.map(({ domain }) => domain);
  const assembly = await assemble({ environment, log, adminUrl, rolePrefix, here });
  const server = await startGateway(environment, assembly, log);
  return {
    assembly,
    async post({ persona, claims: _claims, ...choice }, document, variables) {
      const token = await issueDevelopmentToken(environment.dataDir, persona, choice);
      const answer = await fetch(server.url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query: document, variables }),
      });
      return (await answer.json()) as GatewayBody;
    },
    async close() {
      await server.stop();
      await assembly.close();
    },
  };
}
