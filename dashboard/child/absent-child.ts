import type { Context } from 'hono';
import type { Env } from '../desk.js';
import { messagePage, messages } from '../layout/message-page.js';
import { type HeadState, headState } from './child.view.js';
import type { Head } from './parts.js';

/** The page in place of a child’s: one for a child that is not there and one that may not be seen, never for one that could not be asked. */
export function absentPage({ state }: Exclude<HeadState, { state: 'found' }>, context: Context<Env>): Response {
  const { frame } = context.var.desk;
  switch (state) {
    case 'absent':
      return context.html(messagePage(messages.notFound, frame), 404);
    case 'refused':
      return context.html(messagePage(messages.refused, frame), 403);
    case 'unavailable':
      return context.html(messagePage(messages.noGateway, frame), 503);
  }
}

/** The child that a form is about, or the page that says why there is none. */
export async function childOrPage(context: Context<Env>, id: string): Promise<Head | Response> {
  const state = headState(await context.var.desk.ask('ChildHead', { id }));
  return state.state === 'found' ? state.head : absentPage(state, context);
}
