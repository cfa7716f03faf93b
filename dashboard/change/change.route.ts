import { Hono } from 'hono';
import { type Env, isMistaken, isRefused } from '../desk.js';
import { messagePage, messages } from '../layout/message-page.js';
import { isDay, weeksFrom } from '../words/dates.js';
import { changePage } from './change.page.js';

const pageSize = 25;

/** The midnight in UTC that a day begins with: a look from a day on may tell an hour more in summer, and nothing less. */
const beginning = (day: string): string => `${day}T00:00:00.000Z`;

/** What changed since the last look, or since a day that is asked for. */
export function changeRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/changes', async (context) => {
    const { ask, frame, today } = context.var.desk;
    const asked = context.req.query('since') ?? '';
    const bad = asked !== '' && !isDay(asked);
    const look = asked === '' || bad ? ((await ask('LastLook', {})).data?.me?.lastSeenAt ?? null) : null;
    const since = asked === '' || bad ? (look ?? beginning(weeksFrom(today, -1))) : beginning(asked);
    const after = context.req.query('after') ?? null;
    const answer = await ask('Changes', { since, first: pageSize, after });
    if (isRefused(answer)) return context.html(messagePage(messages.refused, frame), 403);
    if (isMistaken(answer)) return context.html(messagePage(messages.mistaken, frame), 400);
    const note = bad ? 'The day in the address is no date: what changed since your last look is shown.' : null;
    const page = {
      answer,
      since,
      asked: bad ? '' : asked,
      looked: look !== null,
      note,
      pageSize,
      first: after === null,
    };
    return context.html(changePage(page, frame));
  });
  return routes;
}
