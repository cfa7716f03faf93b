import type { MiddlewareHandler } from 'hono';
import type { Env } from './desk.js';

interface Place {
  /** Where browsers see the dashboard. */
  readonly origin: string;
  /** Where the sign-in form may lead to: the provider. */
  readonly providerOrigin: string;
}

/** What every answer says to the browser; and a request under another name than ours is not answered at all. */
export function safeHeaders({ origin, providerOrigin }: Place): MiddlewareHandler<Env> {
  const { host } = new URL(origin);
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    `form-action 'self' ${providerOrigin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
  return async (context, next) => {
    if (context.req.header('host') !== host) return context.text('This is not our address.', 421);
    await next();
    context.header('content-security-policy', policy);
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'no-referrer');
    context.header('cross-origin-opener-policy', 'same-origin');
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
    return undefined;
  };
}
