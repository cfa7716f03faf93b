import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { digestOf } from '../auth/minter.js';
import { type HttpTransport, httpTransport } from './http-transport.js';

const document = parse('query ($id: ID!) { child(id: $id) { name } }');

/** Longer than any machine takes: what is answered is never late. */
const patientMs = 240_000;

let server: Server;
let url: string;
let transport: HttpTransport;
let asked: { headers: IncomingMessage['headers']; text: string }[] = [];
let reply: string | null = null;
let status = 200;

beforeEach(async () => {
  asked = [];
  reply = '{"data":{"child":{"name":"Ash"}}}';
  status = 200;
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({ headers: request.headers, text: Buffer.concat(chunks).toString() });
      response.statusCode = status;
      if (reply !== null) response.end(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${String(port)}/graphql`;
  transport = httpTransport({ url, audience: 'health', timeoutMs: patientMs });
});

afterEach(async () => {
  await transport.close();
  server.close();
  server.closeAllConnections();
});

const sealed: [string, string | undefined][] = [];

const unavailable = {
  code: 'SUBGRAPH_UNAVAILABLE',
  message: expect.not.stringContaining('127.0.0.1') as unknown,
};

const call = (variables: Record<string, unknown> = { id: '1' }, over = transport) =>
  over({
    document,
    variables,
    request: {},
    seal: (audience, digest) => {
      sealed.push([audience, digest]);
      return Promise.resolve('the envelope');
    },
  });

describe('a subgraph over HTTP', () => {
  it('is sent the text its envelope was sealed to, for its audience alone', async () => {
    expect(await call()).toEqual({ data: { child: { name: 'Ash' } } });
    const sent = JSON.parse(asked[0]?.text ?? '') as { query: string; variables: unknown };
    expect(sealed.at(-1)).toEqual(['health', digestOf(sent.query, sent.variables)]);
    expect(asked[0]?.headers['hub-assertion']).toBe('the envelope');
  });

  it('may answer with errors and the status that goes with them', async () => {
    status = 400;
    reply = '{"errors":[{"message":"No.","extensions":{"code":"INVALID_INPUT"}}]}';
    expect(await call()).toEqual({ errors: [{ message: 'No.', extensions: { code: 'INVALID_INPUT' } }] });
  });

  it.each([
    ['a page', '<html></html>', 200],
    ['another JSON', '{"ok":true}', 200],
    ['a list', '[]', 200],
    ['a failure, whatever it says', '{"data":{"child":null}}', 502],
  ])('is Unavailable when it answers %s', async (_, body, code) => {
    reply = body;
    status = code;
    await expect(call()).rejects.toMatchObject(unavailable);
  });

  it('is Unavailable when it answers nothing in time', async () => {
    reply = null;
    // However late the call arrives, it is never answered: that it is given up at all is what ends this test.
    const impatient = httpTransport({ url, audience: 'health', timeoutMs: 50 });
    await expect(call({ id: '1' }, impatient)).rejects.toMatchObject(unavailable);
    await impatient.close();
  });

  it('is not sent more than a call may hold', async () => {
    await expect(call({ id: 'x'.repeat(11_000_000) })).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(asked).toEqual([]);
  });
});
