import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog } from '../platform/telemetry/log.js';
import { type AppOptions, createApp } from './app.js';
import { BegunStore } from './sign-in/begun-store.js';
import { type SignedInAs, SessionStore } from './sign-in/session-store.js';

interface Asked {
  readonly name: string;
  readonly headers: IncomingHttpHeaders;
  readonly variables: Readonly<Record<string, unknown>>;
}

const signedInAs = {
  ...{ accessToken: 'token', idToken: 'id', refreshToken: undefined, expiresAt: Number.MAX_SAFE_INTEGER },
};
const me = {
  ...{ name: 'SENCO', role: 'senco', purposes: ['TEAM_AROUND_SCHOOL', 'EARLY_HELP'] },
  organisation: { id: '900001', name: 'Alder Bank', kind: 'school' },
};

/** A gateway that answers what a test says, and the pages over it. */
export class StubGateway {
  /** By the operation’s name; one that is a promise is answered when it is kept. */
  answers: Record<string, (variables: Readonly<Record<string, unknown>>) => object | Promise<object>> = {};
  /** The operations whose askers went away before they were answered. */
  givenUp: string[] = [];
  asked: Asked[] = [];
  status = 200;
  private readonly server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => void (text += chunk.toString()));
    request.on('end', () => {
      const { query, variables } = JSON.parse(text) as Pick<Asked, 'variables'> & { query: string };
      const name = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
      this.asked.push({ name, headers: request.headers, variables });
      response.statusCode = this.status;
      response.setHeader('content-type', 'application/json');
      response.once('close', () => {
        if (!response.writableEnded) this.givenUp.push(name);
      });
      void Promise.resolve(this.answers[name]?.(variables) ?? { data: null }).then((body) =>
        response.end(JSON.stringify(body)),
      );
    });
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  /** As before the first question. */
  forget(): void {
    this.answers = { SignedIn: () => ({ data: { me } }) };
    this.asked = [];
    this.givenUp = [];
    this.status = 200;
  }

  app(over: Partial<AppOptions> = {}) {
    const sessions = over.sessions ?? new SessionStore();
    const app = createApp({
      ...{ origin: 'http://127.0.0.1:3000', providerOrigin: 'http://127.0.0.1:3001', log: createLog('silent') },
      gatewayUrl: `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/graphql`,
      ...{ begun: new BegunStore(), today: () => '2026-11-27' },
      // However slow the machine: a page waits for its answers unless a test says otherwise.
      patience: () => new Promise(() => undefined),
      provider: {
        begin: () => Promise.reject(new Error('nobody signs in here')),
        finish: () => Promise.resolve(signedInAs),
        refresh: () => Promise.resolve(undefined),
        endAddress: () => Promise.resolve(null),
      },
      ...over,
      sessions,
    });
    return { app, sessions };
  }

  /** A browser of somebody who is signed in. */
  signedIn(over: Partial<AppOptions> = {}, as: Partial<SignedInAs> = {}) {
    const { app, sessions } = this.app(over);
    const cookie = `__Host-hub=${sessions.begin({ ...signedInAs, ...as })}`;
    const headers = { host: '127.0.0.1:3000', 'sec-fetch-site': 'same-origin', cookie };
    const get = async (
      path: string,
      more: { readonly headers?: Record<string, string>; readonly signal?: AbortSignal } = {},
    ): Promise<Response> => app.request(path, { ...more, headers: { ...headers, ...more.headers } });
    const post = async (
      path: string,
      form: Record<string, string>,
      more: { readonly signal?: AbortSignal } = {},
    ): Promise<Response> =>
      app.request(path, {
        ...more,
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      });
    const token = async () => /name="token" value="([^"]+)"/.exec(await (await get('/children')).text())?.[1] ?? '';
    return { get, post, token };
  }

  /** Looks at an address as somebody who is signed in. */
  get(path: string): Promise<Response> {
    return this.signedIn().get(path);
  }
}
