import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { issueDevelopmentToken } from '../platform/auth/dev-issuer.js';
import { trustedIssuers } from '../platform/auth/issuers.js';
import { authenticator } from './authenticate.js';
import { type Fixture, fixture, inProcess } from './fixture.test-support.js';
import { GatewayMetrics } from './metrics.js';
import { type GatewayServer, startServer } from './server.js';

const dataDir = mkdtempSync(path.join(tmpdir(), 'hostile-'));
const servers: GatewayServer[] = [];
let hub: Fixture;
let token: string;
let usual: GatewayServer;

async function start(times: { bodyMs?: number; headersMs?: number } = {}): Promise<GatewayServer> {
  const trusted = { configured: undefined, developmentTokens: true, dataDir, production: false, host: '127.0.0.1' };
  const registry = new Registry();
  const server = await startServer({
    gateway: await hub.gateway({
      partnership: inProcess('partnership', hub.door('partnership')),
      'social-care': inProcess('social-care', hub.door('social-care')),
    }),
    authenticate: authenticator(await trustedIssuers(trusted)),
    bodyBytes: 256 * 1024,
    metrics: new GatewayMetrics(registry),
    registry,
    host: '127.0.0.1',
    port: 0,
    ...times,
  });
  servers.push(server);
  return server;
}

beforeAll(async () => {
  hub = await fixture();
  token = await issueDevelopmentToken(dataDir, 'senco');
  usual = await start();
});

afterAll(async () => {
  for (const server of servers) await server.stop();
  await hub.stop();
});

/** Everything the server says until it ends the connection, to exactly these bytes. */
function said(server: GatewayServer, sent: string | Buffer): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.write(sent);
  return new Promise((resolve) => {
    socket.once('error', () => undefined);
    socket.once('close', () => {
      resolve(Buffer.concat(chunks).toString());
    });
  });
}

const question = JSON.stringify({ query: '{ child(id: "1") { name } }' });

function request(body: string, headers: readonly string[] = []): string {
  const usually = ['host: hub', 'connection: close', `content-length: ${String(Buffer.byteLength(body))}`];
  const typed = headers.some((each) => each.startsWith('content-type')) ? [] : ['content-type: application/json'];
  const head = ['POST /graphql HTTP/1.1', ...usually, `authorization: Bearer ${token}`, ...typed, ...headers];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

const status = (reply: string): string => reply.split(' ')[1] ?? '';

describe('a request that another may read differently', () => {
  it.each([
    ['UTF-7', 'content-type: application/json; charset=utf-7', '415', 'UTF-8'],
    ['UTF-16', 'content-type: application/json;charset="UTF-16"', '415', 'UTF-8'],
    ['a second Host', 'host: elsewhere', '400', 'one host header'],
    ['a second Authorization', 'authorization: Bearer x.y.z', '400', 'one authorization header'],
    ['a second purpose', 'hub-purpose: A\r\nhub-purpose: B', '400', 'one hub-purpose header'],
    ['a compressed body', 'content-encoding: gzip', '415', 'not compressed'],
  ])('is refused with %s', async (_, header, code, word) => {
    const reply = await said(usual, request(question, [header]));
    expect(status(reply)).toBe(code);
    expect(reply).toContain(word);
    expect(reply).toContain('"code":"INVALID_INPUT"');
  });

  it('is refused with a length and chunks', async () => {
    expect(status(await said(usual, request(question, ['transfer-encoding: chunked'])))).toBe('400');
  });

  it('is refused where its text is not UTF-8', async () => {
    const [head = '', body = ''] = request(question).split('\r\n\r\n');
    const wrong = Buffer.from(body.replace('name', 'n\u00ffme'), 'latin1');
    const reply = await said(usual, Buffer.concat([Buffer.from(`${head}\r\n\r\n`), wrong]));
    expect(status(reply)).toBe('400');
    expect(reply).toContain('UTF-8');
  });

  it.each(['application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"', 'application/json'])(
    'is answered as %s',
    async (type) => {
      expect(status(await said(usual, request(question, [`content-type: ${type}`])))).toBe('200');
    },
  );
});

describe('a question nested too deep', () => {
  const lists = (levels: number): string => `${'['.repeat(levels)}1${']'.repeat(levels)}`;

  it.each([
    ['in its variables', `{"query":"{ __typename }","variables":{"v":${lists(5000)}}}`],
    [
      'in its fields',
      JSON.stringify({ query: `{ child(id: "1") ${'{ ... '.repeat(600)}{ name }${' }'.repeat(600)} }` }),
    ],
    ['in its values', JSON.stringify({ query: `{ child(id: ${lists(900)}) { name } }` })],
  ])('is refused in words: %s', async (_, body) => {
    const reply = await said(usual, request(body));
    expect(status(reply)).toMatch(/^(200|400)$/);
    expect(reply).toContain('"code":"INVALID_INPUT"');
    expect(reply).toContain('too large');
  });
});

describe('a client that takes its time', () => {
  it('over the body is told so, and its connection ended', async () => {
    const impatient = await start({ bodyMs: 50 });
    const reply = await said(impatient, request(question).slice(0, -5));
    expect(status(reply)).toBe('408');
    expect(reply).toContain('did not arrive in time');
    expect(reply.toLowerCase()).toContain('connection: close');
  });

  it('over the headers is refused, and its connection ended', async () => {
    const impatient = await start({ headersMs: 50 });
    expect(status(await said(impatient, 'POST /graphql HTTP/1.1\r\nhost: hub\r\n'))).toBe('408');
  });
});
