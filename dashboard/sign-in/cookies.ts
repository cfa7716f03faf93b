import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Env } from '../desk.js';
import type { SessionStore } from './session-store.js';

/** The prefix `__Host-` is the browser's: with it nobody else's page, nor one of another path, can set the cookie. */
const session = 'hub';
const begun = 'hub-begun';
const kept = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

export const sessionId = (context: Context<Env>): string | undefined => getCookie(context, session, 'host');

export const setSession = (context: Context<Env>, id: string): void => setCookie(context, session, id, kept);

export function endSession(context: Context<Env>, sessions: SessionStore): void {
  const id = sessionId(context);
  if (id !== undefined) sessions.end(id);
  deleteCookie(context, session, kept);
}

export const begunId = (context: Context<Env>): string | undefined => getCookie(context, begun, 'host');

export const setBegun = (context: Context<Env>, id: string): void => setCookie(context, begun, id, kept);

export const endBegun = (context: Context<Env>): void => void deleteCookie(context, begun, kept);
