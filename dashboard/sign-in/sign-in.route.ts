import { type Context, Hono } from 'hono';
import type { Log } from '../../platform/telemetry/log.js';
import type { Env } from '../desk.js';
import { messagePage, messages } from '../layout/message-page.js';
import { begunId, endBegun, endSession, sessionId, setBegun, setSession } from './cookies.js';
import type { BegunStore } from './begun-store.js';
import { isTokenOf } from './form-token.js';
import type { Provider, Wanted } from './provider.js';
import { isFromUs } from './same-origin.js';
import type { SessionStore } from './session-store.js';

export interface SignInOptions {
  readonly origin: string;
  readonly providerOrigin: string;
  readonly gatewayUrl: string;
  readonly provider: Pick<Provider, 'begin' | 'endAddress' | 'finish' | 'refresh'>;
  readonly sessions: SessionStore;
  readonly begun: BegunStore;
  readonly log: Log;
  /** Today, ISO date. */
  readonly today: () => string;
}

/** A path of ours, to come back to; anything else is the front page. */
export const ownPath = (wanted: string | undefined): string =>
  wanted !== undefined && /^\/(?!\/)[\w/?=&.%+-]*$/.test(wanted) ? wanted : '/';

const noProvider = (context: Context<Env>) => context.html(messagePage(messages.noProvider, null), 503);

function begin(context: Context<Env>, options: SignInOptions): Promise<Response> {
  const anew = context.req.query('anew') === 'yes';
  // Whoever proves anew who they are stays in the role they had taken.
  const role = anew ? options.sessions.of(sessionId(context) ?? '')?.as.role : undefined;
  return sendToProvider(context, options, { wanted: ownPath(context.req.query('to')), anew, role });
}

/** To the provider, to come back to a page that was wanted. */
export async function sendToProvider(
  context: Context<Env>,
  { provider, begun }: SignInOptions,
  { wanted, ...asked }: Wanted & { readonly wanted: string },
): Promise<Response> {
  const found = await provider.begin(wanted, asked).catch(() => undefined);
  if (!found) return noProvider(context);
  setBegun(context, begun.keep(found.begun));
  return context.redirect(found.address.href, 303);
}

async function comeBack(context: Context<Env>, { provider, begun, sessions }: SignInOptions): Promise<Response> {
  const remembered = begun.take(begunId(context) ?? '');
  endBegun(context);
  if (!remembered) return context.redirect('/', 303);
  const query = new URL(context.req.url).searchParams;
  const as = await provider.finish(query, remembered).catch(() => undefined);
  if (!as) return noProvider(context);
  // Whoever brought a session along does not keep it: signing in makes a new one.
  const before = remembered.anew ? sessions.of(sessionId(context) ?? '') : undefined;
  endSession(context, sessions);
  setSession(context, sessions.begin(as, before));
  return context.redirect(remembered.wanted, 303);
}

async function signOut(context: Context<Env>, { provider, sessions, origin }: SignInOptions): Promise<Response> {
  const session = sessions.of(sessionId(context) ?? '');
  if (!session) return context.redirect('/', 303);
  const { token } = await context.req.parseBody();
  if (!isFromUs(context.req.raw.headers, origin) || !isTokenOf(session.formSecret, token))
    return context.html(messagePage(messages.forged, null), 403);
  const away = await provider.endAddress(session.as.idToken, `${origin}/signed-out`).catch(() => null);
  endSession(context, sessions);
  context.header('clear-site-data', '"cache"');
  return context.redirect(away ?? '/signed-out', 303);
}

/** Signing in and out. */
export function signInRoutes(options: SignInOptions): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/sign-in', (context) => begin(context, options));
  routes.get('/signed-in', (context) => comeBack(context, options));
  routes.post('/sign-out', (context) => signOut(context, options));
  routes.get('/signed-out', (context) => {
    const link = { address: '/', words: 'Sign in again' };
    return context.html(messagePage({ title: 'You have signed out', words: [], link }, null));
  });
  return routes;
}
