import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorCode } from '../platform/errors/hub-error.js';
import type { Answer } from './answering.js';
import type { Authenticate } from './authenticate.js';
import { cors } from './cors.js';
import type { Gateway } from './gateway.js';
import type { GatewayMetrics } from './metrics.js';
import { NotTaken } from './not-taken.js';
import { parseQuestion } from './question.js';
import { bodyOf } from './request-body.js';
import { checkForm } from './request-form.js';
import { thrown } from './wire-error.js';

export interface HandlerOptions {
  readonly gateway: Gateway;
  readonly authenticate: Authenticate;
  readonly bodyBytes: number;
  /** How long a client may take to send its question's body, in milliseconds; ten seconds where not given. */
  readonly bodyMs?: number;
  readonly metrics: GatewayMetrics;
  /** The origins whose pages may ask from a browser; none where not given. */
  readonly corsOrigins?: readonly string[];
}

const usualBodyMs = 10_000;

const statuses: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  REFUSED: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  CONFLICT: 409,
  SUBGRAPH_UNAVAILABLE: 503,
  DEFECT: 500,
  PERSISTED_QUERY_NOT_FOUND: 200,
  PERSISTED_QUERY_NOT_SUPPORTED: 200,
};

/**
 * GraphQL over HTTP, narrowed: POST and JSON only, so that no question stands in an address and no web page of
 * another site can ask one; signed in before the body is read.
 */
export function httpHandler(
  options: HandlerOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { gateway, authenticate, metrics } = options;
  const body = { bytes: options.bodyBytes, patienceMs: options.bodyMs ?? usualBodyMs };
  const shared = cors(options.corsOrigins ?? []);
  return async (request, response) => {
    const began = performance.now();
    const finish = (status: number, answer: Answer): void => {
      send(request, response, { status, answer, headers: shared.headers(request) });
      const outcome = status !== 200 ? String(status) : answer.errors ? 'partial' : 'complete';
      metrics.answered((performance.now() - began) / 1000, outcome);
    };
    const preflight = shared.preflight(request);
    if (preflight) {
      response.writeHead(204, preflight).end();
      return;
    }
    try {
      checkForm(request);
      const who = await authenticate(request.headers);
      const answer = await gateway.answer(parseQuestion(await bodyOf(request, body)), who);
      finish(statusOf(request, answer), answer);
    } catch (error) {
      const refusal = thrown(error, randomUUID());
      finish(error instanceof NotTaken ? error.status : statuses[refusal.extensions.code], { errors: [refusal] });
    }
  };
}

const graphqlResponse = 'application/graphql-response+json';

const accepts = ({ headers }: IncomingMessage): string =>
  headers.accept?.includes(graphqlResponse) ? graphqlResponse : 'application/json';

/**
 * A question that was read and cannot be taken (it is no GraphQL, asks for what there is not, or with a value that does
 * not fit) is answered 200 as application/json: whoever reads that media type takes another status for a failure of
 * something on the way. GraphQL over HTTP, section 6.4.
 */
function statusOf(request: IncomingMessage, answer: Answer): number {
  const code = answer.data === undefined ? answer.errors?.[0]?.extensions.code : undefined;
  if (code === undefined || (code === 'INVALID_INPUT' && accepts(request) !== graphqlResponse)) return 200;
  return statuses[code];
}

interface Reply {
  readonly status: number;
  readonly answer: Answer;
  readonly headers: Readonly<Record<string, string>>;
}

function send(request: IncomingMessage, response: ServerResponse, { status, answer, headers }: Reply): void {
  response.writeHead(status, {
    ...headers,
    'content-type': `${accepts(request)}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(status === 405 ? { allow: 'POST' } : {}),
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    // What was not read of a refused body is not waited for.
    ...(request.complete ? {} : { connection: 'close' }),
  });
  response.end(JSON.stringify(answer));
}
