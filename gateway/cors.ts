import type { IncomingMessage } from 'node:http';

type Headers = Readonly<Record<string, string>>;

/** What a browser is told of the hub by a page of another origin. */
export interface Cors {
  /** To go with every answer. */
  readonly headers: (request: IncomingMessage) => Headers;
  /** The answer to a browser that asks first; undefined where nothing is asked, or the origin is not one of ours. */
  readonly preflight: (request: IncomingMessage) => Headers | undefined;
}

/** How long a browser may go on without asking again, in seconds. */
const rememberedSeconds = 600;

/**
 * Pages of these origins may ask from a browser, and of no other. Credentials are not allowed to anyone: a token is
 * put into each request by the page itself, never sent along by the browser.
 */
export function cors(origins: readonly string[]): Cors {
  const named: ReadonlySet<string> = new Set(origins);
  const headers = ({ headers: { origin } }: IncomingMessage): Headers => {
    if (named.size === 0) return {};
    const allowed = origin !== undefined && named.has(origin);
    return { vary: 'origin', ...(allowed ? { 'access-control-allow-origin': origin } : {}) };
  };
  const preflight = (request: IncomingMessage): Headers | undefined => {
    const allowed = headers(request);
    const asks = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    if (!asks || !allowed['access-control-allow-origin']) return undefined;
    return {
      ...allowed,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization, content-type, hub-purpose, hub-export',
      'access-control-max-age': String(rememberedSeconds),
    };
  };
  return { headers, preflight };
}
