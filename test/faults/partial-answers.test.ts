import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Assembly } from '../../cli/assemble.js';
import { operations } from '../../cli/schema-files.js';
import { startGateway } from '../../cli/gateway-process.js';
import type { GatewayServer } from '../../gateway/server.js';
import { issueDevelopmentToken } from '../../platform/auth/dev-issuer.js';
import { subgraphName } from '../../platform/db/names.js';
import { httpTransport } from '../../platform/transport/http-transport.js';
import { listen, type Listening } from '../../platform/subgraph/listen.js';
import { createLog } from '../../platform/telemetry/log.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { type GatewayBody, testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let gateway: GatewayServer;
const servers = new Map<Domain, Listening>();
const question = operations().find(({ name }) => name === 'child-record')?.text ?? '';

beforeAll(async () => {
  hub = await testHub({ area: true });
  for (const [domain, subgraph] of hub.assembly.subgraphs)
    servers.set(domain, await listen(subgraph, { host: '127.0.0.1', port: 0 }));
  const transports = Object.fromEntries(
    [...servers].map(([domain, { url }]) => [
      subgraphName(domain),
      httpTransport({ url, audience: subgraphName(domain), timeoutMs: hub.environment.domainTimeoutMs }),
    ]),
  );
  gateway = await startGateway(
    hub.environment,
    Object.assign(Object.create(hub.assembly) as Assembly, { transports }),
    createLog('silent'),
  );
});

afterAll(async () => {
  await gateway.stop();
  for (const server of servers.values()) await server.stop();
  await hub.close();
});

async function ask(id: string, persona = 'senco'): Promise<GatewayBody & { readonly text: string }> {
  const token = await issueDevelopmentToken(hub.environment.dataDir, persona);
  const answer = await fetch(gateway.url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: question, variables: { id } }),
  });
  const text = await answer.text();
  return { ...(JSON.parse(text) as GatewayBody), text };
}

const fields = {
  EDUCATION: 'education',
  HEALTH: 'health',
  SOCIAL_CARE: 'socialCare',
  VIRTUAL_SCHOOL: 'virtualSchool',
} as const;

describe('with the subgraphs apart', () => {
  it('answers from all of them', async () => {
    const { data, errors } = await ask(hub.story('all-five').id);
    expect(errors).toBeUndefined();
    for (const field of Object.values(fields))
      expect((data?.['child'] as Record<string, unknown>)[field]).not.toBeNull();
  });

  it.each(Object.keys(fields) as (keyof typeof fields)[])(
    'leaves the other answers standing when %s is stopped, and names it [F01]',
    async (domain) => {
      const { id } = hub.story('all-five');
      const held = await ask(id);
      await servers.get(Domain[domain])?.stop();
      const { data, errors, text } = await ask(id);
      const child = data?.['child'] as Record<string, unknown>;
      expect(child[fields[domain]]).toBeNull();
      expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'SUBGRAPH_UNAVAILABLE', domain }]);
      for (const field of Object.values(fields).filter((one) => one !== fields[domain])) {
        expect(child[field]).toEqual((held.data?.['child'] as Record<string, unknown>)[field]);
      }
      expect(text).not.toMatch(/127\.0\.0\.1|localhost|ECONNREFUSED|_entities/);
      // Said for every permitted child alike, whether or not the domain holds anything.
      const nothingHeld = hub.story('twin-one').id;
      expect((await ask(nothingHeld)).errors?.map(({ extensions }) => extensions.domain)).toContain(domain);
      const subgraph = hub.assembly.subgraphs.get(Domain[domain]);
      if (!subgraph) throw new Error('no subgraph');
      servers.set(
        Domain[domain],
        await listen(subgraph, {
          host: '127.0.0.1',
          port: Number(new URL(servers.get(Domain[domain])?.url ?? '').port),
        }),
      );
      expect((await ask(id)).errors).toBeUndefined();
    },
  );

  it('is one clear error without the partnership', async () => {
    await servers.get(Domain.PARTNERSHIP)?.stop();
    const { data, errors } = await ask(randomUUID());
    expect(data).toEqual({ child: null });
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'SUBGRAPH_UNAVAILABLE', domain: 'PARTNERSHIP' },
    ]);
  });
});
