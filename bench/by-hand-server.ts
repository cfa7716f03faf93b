import { createServer, type IncomingMessage } from 'node:http';
import { authenticator } from '../gateway/authenticate.js';
import type { TrustedIssuer } from '../platform/auth/issuers.js';
import { bind } from '../platform/http/bind.js';
import { bodyBytes } from '../platform/http/body-bytes.js';
import { InvalidInput } from '../platform/errors/hub-error.js';
import type { HandWritten } from './hand-written.js';

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** What the gateway takes. */
const mostBytes = 262_144;
const notTaken = {
  tooLarge: () => new InvalidInput('The body is too large.'),
  cutShort: () => new InvalidInput('The body was cut short.'),
};

async function bodyOf(request: IncomingMessage): Promise<{ variables: { id: string } }> {
  const bytes = await bodyBytes(request, mostBytes, notTaken);
  return JSON.parse(bytes.toString('utf8')) as { variables: { id: string } };
}

/** A handler written by hand, over HTTP: it checks the client's token exactly as the gateway does. */
export async function serveByHand(
  handler: HandWritten,
  issuers: readonly TrustedIssuer[],
  port: number,
): Promise<string> {
  const authenticate = authenticator(issuers);
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const who = await authenticate(request.headers);
      const { id } = (await bodyOf(request)).variables;
      const text = isUuid(id) ? await handler.answer(id, who) : '{"data":{"child":null}}';
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
      response.end(text);
    };
    answer().catch(() => {
      response.writeHead(500);
      response.end('{"errors":[{"message":"The handler failed."}]}');
    });
  });
  await bind(server, { host: '127.0.0.1', port });
  return `http://127.0.0.1:${String(port)}/graphql`;
}
