import type { Context, MiddlewareHandler } from 'hono';
import type { Env } from '../desk.js';
import { asker, SignedOut } from '../gateway/ask.js';
import { expiredPage, messagePage, messages } from '../layout/message-page.js';
import type { Viewer } from '../layout/layout.js';
import { endSession, sessionId } from './cookies.js';
import { formToken, isTokenOf, pageOf } from './form-token.js';
import { isFromUs } from './same-origin.js';
import type { Session } from './session-store.js';
import type { SignInOptions } from './sign-in.route.js';
import { isProven } from './step-up.js';

/** Tokens that end within this are made anew before they are used. */
const soonMs = 30_000;

/** One renewal at a time of one session: a second that came meanwhile waits for the first. */
const renewals = new WeakMap<Session, Promise<boolean>>();

async function isFresh(session: Session, { provider }: SignInOptions): Promise<boolean> {
  if (session.as.expiresAt - Date.now() > soonMs) return true;
  const renewal =
    renewals.get(session) ??
    provider.refresh(session.as).then((as) => {
      renewals.delete(session);
      if (as) session.as = as;
      return as !== undefined;
    });
  renewals.set(session, renewal);
  return (await renewal) || session.as.expiresAt > Date.now();
}

async function viewerOf(session: Session, gatewayUrl: string): Promise<Viewer> {
  if (session.viewer) return session.viewer;
  const ask = asker(gatewayUrl, { accessToken: session.as.accessToken, purpose: undefined });
  const { data } = await ask('SignedIn', {});
  if (!data?.me?.organisation) throw new SignedOut();
  session.viewer = { ...data.me, organisation: data.me.organisation };
  return session.viewer;
}

/** The address of a request, without the name it was sent to. */
const addressOf = (context: Context<Env>): string => {
  const { pathname, search } = new URL(context.req.url);
  return pathname + search;
};

/** Whoever sent a form is told that it was not saved, and comes back to the page it stood on. */
async function notSignedIn(context: Context<Env>): Promise<Response> {
  if (context.req.method === 'GET')
    return context.redirect(`/sign-in?to=${encodeURIComponent(addressOf(context))}`, 303);
  const { token } = await formOf(context);
  return context.html(expiredPage(pageOf(token)), 401);
}

async function formOf(context: Context<Env>): Promise<Record<string, string>> {
  if (context.req.method !== 'POST') return {};
  const body = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).filter((each): each is [string, string] => typeof each[1] === 'string'),
  );
}

/** Lets those who are signed in on, with what their request needs; a form only where it is one of our pages'. */
export function deskOf(options: SignInOptions): MiddlewareHandler<Env> {
  const { sessions, gatewayUrl, origin } = options;
  return async (context, next) => {
    const session = sessions.of(sessionId(context) ?? '');
    if (!session || !(await isFresh(session, options))) {
      endSession(context, sessions);
      return notSignedIn(context);
    }
    const form = await formOf(context);
    const ours = isFromUs(context.req.raw.headers, origin) && isTokenOf(session.formSecret, form['token']);
    if (context.req.method === 'POST' && !ours) return context.html(messagePage(messages.forged, null), 403);
    const viewer = await viewerOf(session, gatewayUrl);
    const purpose = session.purpose ?? viewer.purposes[0] ?? '';
    // A page that nobody waits for is asked for no more; a form that was sent is, so that it is known what came of it.
    const until = context.req.method === 'GET' ? context.req.raw.signal : undefined;
    const asking = { accessToken: session.as.accessToken, purpose, until };
    const ask = asker(gatewayUrl, asking);
    const askForFile = asker(gatewayUrl, { ...asking, exported: true });
    const page = pageOf(form['token']) ?? addressOf(context);
    const frame = {
      viewer,
      purpose,
      roles: session.as.roles,
      token: formToken(session.formSecret, page),
      banner: session.banner,
      path: context.req.path,
    };
    if (context.req.method === 'GET') session.banner = undefined;
    const proven = isProven(session.as.provenAt);
    context.set('desk', { session, ask, askForFile, frame, form, today: options.today(), proven });
    await next();
    return undefined;
  };
}
