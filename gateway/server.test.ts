import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { issueDevelopmentToken } from '../platform/auth/dev-issuer.js';
import { trustedIssuers } from '../platform/auth/issuers.js';
import { Unavailable } from '../platform/errors/hub-error.js';
import type { SubgraphTransport } from '../platform/transport/transport.js';
import { type Authenticate, authenticator } from './authenticate.js';
import { type Fixture, fixture, inProcess } from './fixture.test-support.js';
import { GatewayMetrics } from './metrics.js';
import { type GatewayServer, startServer } from './server.js';

const dataDir = mkdtempSync(path.join(tmpdir(), 'server-'));
const registry = new Registry();
const metrics = new GatewayMetrics(registry);
let hub: Fixture;
let server: GatewayServer;
let authenticate: Authenticate;
let token: string;

async function start(socialCare: SubgraphTransport, port = 0): Promise<GatewayServer> {
  const gateway = await hub.gateway(
    { partnership: inProcess('partnership', hub.door('partnership')), 'social-care': socialCare },
    { metrics },
  );
  return startServer({ gateway, authenticate, bodyBytes: 256 * 1024, metrics, registry, host: '127.0.0.1', port });
}

beforeAll(async () => {
  hub = await fixture();
  const trusted = { configured: undefined, developmentTokens: true, dataDir, production: false, host: '127.0.0.1' };
  authenticate = authenticator(await trustedIssuers(trusted));
  token = await issueDevelopmentToken(dataDir, 'senco');
  server = await start(inProcess('social-care', hub.door('social-care')));
});

afterAll(async () => {
  await server.stop();
  await hub.stop();
});

interface Wire {
  data?: unknown;
  errors?: { message: string; locations?: unknown; extensions: Record<string, unknown> }[];
}

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, answer: (await response.json()) as Wire };
}

const query = '{ child(id: "1") { name purpose socialCare { worker seenBy } } }';

describe('the journey over HTTP', () => {
  it('answers a signed-in person for their default purpose', async () => {
    const { status, answer, headers } = await post({ query });
    expect({ status, answer }).toEqual({
      status: 200,
      answer: {
        data: {
          child: {
            name: 'Ash',
            purpose: 'TEAM_AROUND_SCHOOL',
            socialCare: { worker: 'Rowan', seenBy: 'senco.900001' },
          },
        },
      },
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('answers for the purpose the request names, and in the media type it accepts', async () => {
    const accept = 'application/graphql-response+json';
    const { answer, headers } = await post({ query }, { 'hub-purpose': 'EARLY_HELP', accept });
    expect(answer.data).toMatchObject({ child: { purpose: 'EARLY_HELP' } });
    expect(headers.get('content-type')).toContain(accept);
  });

  it('takes no request id, identity or inner header from the client [S10]', async () => {
    const sent = { 'x-request-id': 'mine', 'hub-assertion': 'mine', 'x-user-id': 'other' };
    const { answer } = await post(
      { query, extensions: { headers: { 'hub-assertion': 'mine' }, endpoint: 'http://evil' } },
      sent,
    );
    expect(answer.data).toMatchObject({ child: { socialCare: { seenBy: 'senco.900001' } } });
    const { answer: refused } = await post({ query: '{ no }' }, sent);
    expect(refused.errors?.[0]?.extensions['requestId']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a request that is refused', () => {
  const bodies: [string, number, string, unknown, Record<string, string>][] = [
    ['without a token', 401, 'UNAUTHENTICATED', { query }, { authorization: '' }],
    [
      'without a token, before its body is read',
      401,
      'UNAUTHENTICATED',
      '{"query":',
      { authorization: 'Bearer x.y.z' },
    ],
    ['for a purpose that is not the token’s', 403, 'REFUSED', { query }, { 'hub-purpose': 'AUDIT' }],
    ['as a form', 415, 'INVALID_INPUT', 'query=x', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['as text', 415, 'INVALID_INPUT', JSON.stringify({ query }), { 'content-type': 'text/plain' }],
    ['not JSON', 400, 'INVALID_INPUT', '{"query":', {}],
    ['a list of questions', 400, 'INVALID_INPUT', [{ query }, { query }], {}],
    ['with nothing asked', 400, 'INVALID_INPUT', {}, {}],
    ['with variables that are a list', 400, 'INVALID_INPUT', { query, variables: [] }, {}],
    ['for a field there is not', 200, 'INVALID_INPUT', { query: '{ nothing }' }, {}],
    ['with a bad document', 200, 'INVALID_INPUT', { query: '{' }, {}],
    ['beyond a limit', 200, 'INVALID_INPUT', { query: `{ ${'children { name } '.repeat(11)} }` }, {}],
    ['with a subscription', 200, 'INVALID_INPUT', { query: 'subscription { x }' }, {}],
    ['too large', 413, 'INVALID_INPUT', { query: `{ ${'#'.repeat(300_000)}\n x }` }, {}],
  ];

  it.each(bodies)('%s is answered %s %s [S01] [S20] [S21] [S22] [S23]', async (_, status, code, body, headers) => {
    const refused = await post(body, headers);
    expect(refused.status).toBe(status);
    expect(refused.answer).toMatchObject({
      errors: [
        { message: expect.any(String) as unknown, extensions: { code, requestId: expect.any(String) as unknown } },
      ],
    });
  });

  it('because it cannot be answered is 400 in the media type that has a word for it', async () => {
    const accept = 'application/graphql-response+json';
    for (const unanswerable of ['{ nothing }', '{', 'subscription { x }']) {
      const { status, answer } = await post({ query: unanswerable }, { accept });
      expect(status).toBe(400);
      expect(Object.keys(answer)).toEqual(['errors']);
    }
  });

  it('is told where in its text', async () => {
    const places = async (body: unknown) => (await post(body)).answer.errors?.[0]?.locations;
    expect(await places({ query: '{\n  child(id: "1") { nothing } }' })).toEqual([{ line: 2, column: 20 }]);
    expect(await places({ query: '{ child' })).toEqual([{ line: 1, column: 8 }]);
    const asked = 'query ($n: ID!) { child(id: $n) { name } }';
    expect(await places({ query: asked })).toEqual([{ line: 1, column: 8 }]);
  });

  it('for a hash alone is in the wire form of Apollo’s protocol', async () => {
    const persistedQuery = { version: 1, sha256Hash: 'f'.repeat(64) };
    const { status, answer } = await post({ extensions: { persistedQuery } });
    expect({ status, answer }).toMatchObject({
      status: 200,
      answer: { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    });
  });

  it('for a missing or mistyped variable names it and repeats no value', async () => {
    for (const variables of [{}, { date: '2026-13-45' }]) {
      const { status, answer } = await post({
        query: 'query ($date: Date!) { bornOn(date: $date) { id } }',
        variables,
      });
      expect(status).toBe(200);
      expect(answer.errors?.[0]?.message).toMatch(/\$date is .*a date, written yyyy-mm-dd/);
      expect(JSON.stringify(answer)).not.toContain('2026-13-45');
    }
  });

  it.each(['GET', 'PUT', 'OPTIONS'])('by %s is answered 405 [S22]', async (method) => {
    const response = await fetch(`${server.url}?query={children{name}}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it('whose body never ends is answered as too large [S23]', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const head = [
      'POST /graphql HTTP/1.1',
      'host: x',
      'content-type: application/json',
      `authorization: Bearer ${token}`,
    ];
    socket.write(`${head.join('\r\n')}\r\ntransfer-encoding: chunked\r\n\r\n`);
    for (let sent = 0; sent < 5; sent += 1) socket.write(`10000\r\n${'x'.repeat(65_536)}\r\n`);
    const reply = await new Promise<string>((resolve) =>
      socket.once('data', (data) => {
        resolve(data.toString());
      }),
    );
    socket.destroy();
    expect(reply).toMatch(/^HTTP\/1\.1 413/);
  });

  it('with a token made in development is refused by the same hub in production', async () => {
    const production = {
      configured: undefined,
      developmentTokens: false,
      dataDir,
      production: true,
      host: '127.0.0.1',
    };
    await expect(trustedIssuers({ ...production, developmentTokens: true })).rejects.toThrow('not taken in production');
    const jwks = 'https://login.example/jwks';
    const configured = JSON.stringify([{ issuer: 'https://login.example/', audience: 'send-hub', jwks }]);
    const there = authenticator(await trustedIssuers({ ...production, configured }));
    await expect(there({ authorization: `Bearer ${token}` })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('the other addresses', () => {
  const get = async (address: string) => {
    const response = await fetch(new URL(address, server.url));
    return { status: response.status, text: await response.text() };
  };

  it('say that the gateway lives and is ready, and how it fares', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    const { status, text } = await get('/metrics');
    expect(status).toBe(200);
    expect(text).toContain('hub_gateway_request_seconds_count{outcome="complete"}');
    expect(text).toContain('hub_gateway_subgraph_calls_total{subgraph="social-care",outcome="answered"}');
  });

  it('say that what stands in this process does not reach its database, and that it does again', async () => {
    let missing: readonly string[] = ['education'];
    const transports = {
      partnership: inProcess('partnership', hub.door('partnership')),
      'social-care': inProcess('social-care', hub.door('social-care')),
    };
    const gateway = await hub.gateway(transports, { metrics });
    const options = { gateway, authenticate, bodyBytes: 1024, metrics, registry, host: '127.0.0.1', port: 0 };
    const other = await startServer({ ...options, outOfReach: () => Promise.resolve(missing) });
    const readyz = async () => {
      const response = await fetch(new URL('/readyz', other.url));
      return [response.status, await response.text()];
    };
    expect(await readyz()).toEqual([503, 'the database is out of reach for education']);
    missing = [];
    expect(await readyz()).toEqual([200, 'ready']);
    await other.stop();
  });

  it('are no others', async () => {
    expect((await get('/')).status).toBe(404);
    expect((await get('/graphql/x')).status).toBe(404);
  });
});

describe('starting and stopping', () => {
  it('says in one line that the port is in use', async () => {
    const port = Number(new URL(server.url).port);
    await expect(start(() => Promise.resolve({}), port)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: `Port ${String(port)} of 127.0.0.1 is in use: stop what listens there, or set HUB_PORT.`,
    });
  });

  it('answers what was begun before it stops, though a domain hangs and a client keeps its connection', async () => {
    let release: (late: Error) => void = () => undefined;
    let heard: () => void = () => undefined;
    const hanging = new Promise<never>((_resolve, reject) => (release = reject));
    const askedOf = new Promise<void>((resolve) => (heard = resolve));
    const stopping = await start(() => {
      heard();
      return hanging;
    });
    const idle = connect(Number(new URL(stopping.url).port), '127.0.0.1');
    const asked = fetch(stopping.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    await askedOf;
    const stopped = stopping.stop();
    release(new Unavailable('The domain did not answer in time.'));
    expect((await asked).status).toBe(200);
    await stopped;
    await expect(fetch(stopping.url)).rejects.toThrow();
    idle.destroy();
  });
});
