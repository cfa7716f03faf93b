import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type Address, bind } from '../platform/http/bind.js';
import type { Log } from '../platform/telemetry/log.js';
import { createApp } from './app.js';
import { BegunStore } from './sign-in/begun-store.js';
import {
  type DevelopmentProvider,
  developmentResource,
  startDevelopmentProvider,
} from './sign-in/development-issuer.js';
import { Provider } from './sign-in/provider.js';
import { SessionStore } from './sign-in/session-store.js';

/** A client registration at an organisation's own provider. */
export interface Registration {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly resource: string;
  readonly stepUpAcr?: string | undefined;
  readonly rolesClaim?: string | undefined;
}

export interface DashboardOptions extends Address {
  readonly gatewayUrl: string;
  /** Where browsers see the pages; where they listen unless given. */
  readonly origin?: string | undefined;
  /** Who signs people in; the development provider, on the port after, where a data directory is given in its place. */
  readonly signIn: Registration | { readonly developmentDataDir: string };
  readonly log: Log;
  /** Today, ISO date. */
  readonly today: () => string;
  /** The clock by which sessions end, milliseconds since the epoch; the machine's own unless given. */
  readonly now?: () => number;
  /** How long a child’s page waits for slow domains before it begins without them. */
  readonly patience?: () => Promise<unknown>;
}

export interface Dashboard {
  /** Where browsers see the pages. */
  readonly url: string;
  /** Where they listen. */
  readonly address: string;
  stop(): Promise<void>;
}

const graceMs = 5_000;

/** Serves the pages: server-rendered, an ordinary client of the gateway. */
export async function startDashboard(options: DashboardOptions): Promise<Dashboard> {
  const server = createServer();
  const port = await bind(server, options);
  const url = `http://${options.host}:${String(port)}`;
  const origin = options.origin ?? url;
  let development: DevelopmentProvider | undefined;
  try {
    development = await developmentOf(options, origin, port);
  } catch (error) {
    server.close();
    throw error;
  }
  const registration = development
    ? { ...development, resource: developmentResource }
    : (options.signIn as Registration);
  const app = createApp({
    ...{ origin, gatewayUrl: options.gatewayUrl, log: options.log, today: options.today },
    patience: options.patience,
    providerOrigin: new URL(registration.issuer).origin,
    provider: new Provider({ ...registration, redirectUri: `${origin}/signed-in` }),
    sessions: new SessionStore(options.now),
    begun: new BegunStore(),
  });
  const listener = getRequestListener(app.fetch);
  server.on('request', (request, response) => void listener(request, response));
  const stop = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const grace = setTimeout(() => server.closeAllConnections(), graceMs);
    await Promise.all([closed, development?.stop()]);
    clearTimeout(grace);
  };
  return { url: origin, address: url, stop };
}

async function developmentOf(
  { signIn, host, port: asked }: DashboardOptions,
  origin: string,
  port: number,
): Promise<DevelopmentProvider | undefined> {
  if (!('developmentDataDir' in signIn)) return undefined;
  return startDevelopmentProvider({
    ...{ host, port: asked === 0 ? 0 : port + 1, dataDir: signIn.developmentDataDir },
    ...{ redirectUri: `${origin}/signed-in`, signedOutUri: `${origin}/signed-out` },
  });
}
