import { createServer } from 'node:http';
import type { GatewayBody } from './hub.js';

/** What becomes of an answer on its way to the pages, and when: one that is a promise arrives when it is kept. */
export type Change = (body: GatewayBody) => GatewayBody | Promise<GatewayBody>;

/** A gateway whose answers can be changed on their way: to look at pages in states that the area is not in. */
export interface ChangedAnswers {
  readonly url: string;
  /** From now on every answer goes through it; as it is, where null. */
  change(by: Change | null): void;
  stop(): Promise<void>;
}

const passedOn = ['authorization', 'content-type', 'accept', 'hub-purpose'] as const;

/** Stands between the pages and a gateway. */
export async function changedAnswers(gatewayUrl: string): Promise<ChangedAnswers> {
  let change: Change | null = null;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = Object.fromEntries(
        passedOn.flatMap((name) => (typeof request.headers[name] === 'string' ? [[name, request.headers[name]]] : [])),
      );
      void fetch(gatewayUrl, { method: 'POST', headers, body: Buffer.concat(chunks) }).then(async (answer) => {
        const text = await answer.text();
        const changed = change && answer.ok ? JSON.stringify(await change(JSON.parse(text) as GatewayBody)) : text;
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(changed);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${String(port)}/graphql`, change: (by) => void (change = by), stop };
}
