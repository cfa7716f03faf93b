import { createServer, type Server, type ServerOptions as ServerTimes, type ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import { type Address, bind } from '../platform/http/bind.js';
import type { Explorer } from './explorer/explorer.js';
import { type HandlerOptions, httpHandler } from './http-handler.js';

export interface ServerOptions extends HandlerOptions, Address {
  readonly registry: Registry;
  /** What stands in this process and cannot answer now, such as a domain whose database is away; nothing where not given. */
  readonly outOfReach?: () => Promise<readonly string[]>;
  /** What a browser finds at the address of the questions, in development; nothing where not given. */
  readonly explorer?: Explorer | null;
  /** How long a client may take to send its headers, in milliseconds; ten seconds where not given. */
  readonly headersMs?: number;
}

export interface GatewayServer {
  /** Where questions are asked. */
  readonly url: string;
  /** Answers what was begun, refuses what comes after, and is done within ten seconds. */
  readonly stop: () => Promise<void>;
}

/** How long requests that were begun may still take once the gateway is to stop. */
const graceMs = 8_000;

const usualHeadersMs = 10_000;

/** After this the connection of a request that is still not whole is ended: the handler has given it up before. */
const lastMs = 25_000;

/** Serves `/graphql`, `/healthz`, `/readyz` and `/metrics`. InvalidInput where the port is taken. */
export async function startServer(options: ServerOptions): Promise<GatewayServer> {
  const { gateway, registry, host } = options;
  const ask = asked(options);
  let stopping = false;
  let answering = 0;
  const server = createServer(patience(options.headersMs), (request, response) => {
    answering += 1;
    response.once('close', () => {
      answering -= 1;
    });
    switch (options.explorer?.takes(request) ? '/graphql' : (request.url?.split('?')[0] ?? '')) {
      case '/graphql':
        void ask(request, response);
        break;
      case '/healthz':
        plain(response, 200, 'alive');
        break;
      case '/readyz':
        void readiness(stopping, options.outOfReach).then(({ status, text }) => {
          plain(response, status, text);
        });
        break;
      case '/metrics':
        void registry.metrics().then((text) => {
          plain(response, 200, text, registry.contentType);
        });
        break;
      default:
        plain(response, 404, 'There is nothing here: questions are asked at /graphql.');
    }
  });
  const port = await bind(server, options);
  const stop = async (): Promise<void> => {
    stopping = true;
    await close(server, () => answering);
    await gateway.dispose();
  };
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}/graphql`, stop };
}

/** Answers questions; and a browser, where it finds a page at their address. */
function asked(options: ServerOptions): ReturnType<typeof httpHandler> {
  const ask = httpHandler(options);
  const { explorer } = options;
  return (request, response) =>
    explorer?.takes(request) ? explorer.answer(request, response) : ask(request, response);
}

/** Whether questions should be sent here now. A domain that runs apart has an answer of its own. */
async function readiness(stopping: boolean, outOfReach: ServerOptions['outOfReach']) {
  if (stopping) return { status: 503, text: 'stopping' };
  const missing = (await outOfReach?.()) ?? [];
  if (missing.length === 0) return { status: 200, text: 'ready' };
  return { status: 503, text: `the database is out of reach for ${missing.join(', ')}` };
}

/** Node looks only every 30 seconds unless told: a client that is late must not be waited for so much longer. */
function patience(headersTimeout = usualHeadersMs): ServerTimes {
  return { headersTimeout, requestTimeout: lastMs, connectionsCheckingInterval: Math.min(headersTimeout, 1000) };
}

function plain(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' });
  response.end(text);
}

/** Ends connections as soon as nothing is being answered: one that never asked anything is not waited for. */
async function close(server: Server, answering: () => number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  const until = Date.now() + graceMs;
  const look = setInterval(() => {
    if (answering() === 0 || Date.now() > until) server.closeAllConnections();
  }, 50);
  await closed;
  clearInterval(look);
}
