import { Hono } from 'hono';
import { type Env, isMistaken, isRefused } from '../desk.js';
import { messagePage, messages } from '../layout/message-page.js';
import { openStatuses, waitingFilter } from './list-filter.js';
import { updateRoutes } from './update.route.js';
import { waitingListPage } from './waiting-list.page.js';

const pageSize = 25;

/** The waiting lists: who is next, and where a child stands. */
export function waitingListRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/waiting-lists', async (context) => {
    const { ask, frame } = context.var.desk;
    const filter = waitingFilter(context.req.query());
    const answer = await ask('WaitingList', {
      filter: {
        ...(filter.service === null ? {} : { services: [filter.service] }),
        statuses: filter.status === null ? [...openStatuses] : [filter.status],
        ...(filter.past ? { breached: true } : {}),
      },
      first: pageSize,
      after: context.req.query('after') ?? null,
    });
    if (isRefused(answer)) return context.html(messagePage(messages.refused, frame), 403);
    if (isMistaken(answer)) return context.html(messagePage(messages.mistaken, frame), 400);
    return context.html(waitingListPage({ filter, answer }, frame));
  });
  routes.route('/', updateRoutes());
  return routes;
}
