import { createServer, type Server, type ServerOptions as ServerTimes, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import { InvalidInput } from '../platform/errors/hub-error.js';
import { type HandlerOptions, httpHandler } from './http-handler.js';

export interface ServerOptions extends HandlerOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly registry: Registry;
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
  const { gateway, registry, host, port } = options;
  const ask = httpHandler(options);
  let stopping = false;
  let answering = 0;
  const server = createServer(patience(options.headersMs), (request, response) => {
    answering += 1;
    response.once('close', () => {
      answering -= 1;
    });
    switch (request.url?.split('?')[0]) {
      case '/graphql':
        void ask(request, response);
        break;
      case '/healthz':
        plain(response, 200, 'alive');
        break;
      case '/readyz':
        plain(response, stopping ? 503 : 200, stopping ? 'stopping' : 'ready');
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
  await listen(server, host, port);
  const { port: taken } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    stopping = true;
    await close(server, () => answering);
    await gateway.dispose();
  };
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${String(taken)}/graphql`, stop };
}

/** Node looks only every 30 seconds unless told: a client that is late must not be waited for so much longer. */
function patience(headersTimeout = usualHeadersMs): ServerTimes {
  return { headersTimeout, requestTimeout: lastMs, connectionsCheckingInterval: Math.min(headersTimeout, 1000) };
}

function plain(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' });
  response.end(text);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be listened on (${error.code ?? error.name})`;
      reject(new InvalidInput(`Port ${String(port)} of ${host} ${reason}: stop what listens there, or set HUB_PORT.`));
    });
    server.listen(port, host, resolve);
  });
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
