import type { Context } from 'hono';
import type { Desk, Env } from './desk.js';
import { NoGateway, SignedOut } from './gateway/ask.js';
import { expiredPage, messagePage, messages } from './layout/message-page.js';
import { endSession } from './sign-in/cookies.js';
import { pageOf } from './sign-in/form-token.js';
import type { SignInOptions } from './sign-in/sign-in.route.js';

/** What somebody sees where a page could not be made: never the words of the fault, for they may hold a value. */
export function faultPage(error: Error, context: Context<Env>, { sessions, log }: SignInOptions): Response {
  if (error instanceof SignedOut) {
    endSession(context, sessions);
    // Who somebody is may be what could not be asked: then there is no desk yet.
    const desk = context.get('desk') as Desk | undefined;
    return context.html(expiredPage(pageOf(desk?.frame.token)), 401);
  }
  if (error instanceof NoGateway) return context.html(messagePage(messages.noGateway, null), 503);
  log.error({ errorName: error.name }, 'A page could not be made.');
  return context.html(messagePage(messages.defect, null), 500);
}
