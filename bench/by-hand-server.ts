import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { authenticator } from '../gateway/authenticate.js';
import type { TrustedIssuer } from '../platform/auth/issuers.js';
import type { HandWritten } from './hand-written.js';

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

async function bodyOf(request: IncomingMessage): Promise<{ variables: { id: string } }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as { variables: { id: string } };
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
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${String(port)}/graphql`;
}
