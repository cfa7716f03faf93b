import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApolloServer, type ApolloServerPlugin, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { z } from 'zod';
import { assertionHeader, digestOf } from '../auth/minter.js';
import { InvalidInput, Unauthenticated } from '../errors/hub-error.js';
import type { Caller } from '../auth/door.js';
import { type Address, bind } from '../http/bind.js';
import { bodyBytes } from '../http/body-bytes.js';
import type { SubgraphContext } from './manifest.js';
import type { Subgraph } from './subgraph.js';

/** The gateway's plans are larger than a client's question; nothing else speaks to a subgraph. */
const limits = { bodyBytes: 10_485_760, tokens: 20_000, requestMs: 15_000, graceMs: 5_000 } as const;

/** Node looks for those who are late only every 30 seconds unless told. */
const times = { requestTimeout: limits.requestMs, headersTimeout: limits.requestMs, connectionsCheckingInterval: 1000 };

const bodySchema = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish() });

export interface Listening {
  readonly url: string;
  stop(): Promise<void>;
}

const unknown = (): Unauthenticated => new Unauthenticated('The caller was not vouched for.');

const notTaken = {
  tooLarge: () => new InvalidInput('The body is too large.'),
  cutShort: () => new InvalidInput('The body was cut short.'),
};

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const bytes = await bodyBytes(request, limits.bodyBytes, notTaken);
  return JSON.parse(bytes.toString('utf8')) as unknown;
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    // What was not read of a refused body is not waited for.
    ...(response.req.complete ? {} : { connection: 'close' }),
  });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

const refusal = (status: number, code: string, message: string) => ({
  status,
  body: { errors: [{ message, extensions: { code } }] },
});

/**
 * Who calls is verified from the header alone, before a byte of the body is read; that the body is what they were
 * vouched for, before the document in it is looked at, `_service` and `_entities` included.
 */
async function enter(subgraph: Subgraph, request: IncomingMessage): Promise<{ caller: Caller; body: unknown }> {
  const envelope = request.headers[assertionHeader];
  if (typeof envelope !== 'string') throw unknown();
  const announced = await subgraph.door.announce(envelope);
  const body = await bodyOf(request);
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) throw unknown();
  return { caller: announced.enter(digestOf(parsed.data.query, parsed.data.variables)), body };
}

async function answer(
  subgraph: Subgraph,
  apollo: ApolloServer<SubgraphContext<unknown>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (request.method !== 'POST') {
      reply(response, 405, refusal(405, 'INVALID_INPUT', 'Only POST is answered here.').body);
      return;
    }
    const { caller, body } = await enter(subgraph, request);
    const headers = new HeaderMap();
    headers.set('content-type', 'application/json');
    const call: HTTPGraphQLRequest = { method: 'POST', headers, search: '', body };
    const done = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: call,
      context: () => Promise.resolve(subgraph.context(caller)),
    });
    reply(response, done.status ?? 200, done.body.kind === 'complete' ? done.body.string : '');
  } catch (error) {
    if (error instanceof Unauthenticated) reply(response, 401, refusal(401, error.code, error.message).body);
    else reply(response, 400, refusal(400, 'INVALID_INPUT', 'The request could not be read.').body);
  }
}

/** As `Subgraph.execute` does in process: what of an answer is late is said beside it. */
const saysWhatIsLate: ApolloServerPlugin<SubgraphContext<unknown>> = {
  requestDidStart: () =>
    Promise.resolve({
      async willSendResponse({ response: { body }, contextValue }) {
        if (body.kind !== 'single') return;
        const { errors: failed = [] } = body.singleResult;
        const late = await contextValue.copies.late(failed);
        if (late.length > 0) body.singleResult.errors = [...failed, ...late];
      },
    }),
};

async function startApollo(subgraph: Subgraph): Promise<ApolloServer<SubgraphContext<unknown>>> {
  const apollo = new ApolloServer<SubgraphContext<unknown>>({
    schema: subgraph.schema,
    introspection: false,
    csrfPrevention: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    parseOptions: { maxTokens: limits.tokens },
    plugins: [ApolloServerPluginInlineTraceDisabled(), saysWhatIsLate],
    formatError: (_formatted, error) => subgraph.shown(error),
  });
  await apollo.start();
  return apollo;
}

async function unbind(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  server.closeIdleConnections();
  const grace = setTimeout(() => {
    server.closeAllConnections();
  }, limits.graceMs);
  await closed;
  clearTimeout(grace);
}

/** Alive is a process that answers; ready, one that also reaches its database. */
async function replyReadiness(subgraph: Subgraph, response: ServerResponse): Promise<void> {
  const ready = await subgraph.reachesDatabase();
  reply(response, ready ? 200 : 503, ready ? { ready } : { ready, reason: 'The database is out of reach.' });
}

/** Serves a subgraph over HTTP, on an address that only the gateway should reach. */
export async function listen(subgraph: Subgraph, address: Address): Promise<Listening> {
  const apollo = await startApollo(subgraph);
  await subgraph.ready();
  const server = createServer(times, (request, response) => {
    if (request.url === '/healthz') reply(response, 200, { healthy: true });
    else if (request.url === '/readyz') void replyReadiness(subgraph, response);
    else void answer(subgraph, apollo, request, response);
  });
  const port = await bind(server, address);
  return {
    url: `http://${address.host}:${String(port)}/graphql`,
    async stop() {
      await unbind(server);
      await apollo.stop();
      await subgraph.close();
    },
  };
}
