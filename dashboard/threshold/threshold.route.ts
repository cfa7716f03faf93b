import { Hono } from 'hono';
import { type Env, isMistaken, isRefused } from '../desk.js';
import { faultAt } from '../gateway/shown.js';
import { messagePage, messages } from '../layout/message-page.js';
import { thresholdFilter } from './list-filter.js';
import { thresholdsPage } from './thresholds.page.js';

const pageSize = 25;

/** The thresholds of attendance that children have reached. */
export function thresholdRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/thresholds', async (context) => {
    const { ask, frame } = context.var.desk;
    const query = context.req.query();
    const filter = thresholdFilter(query);
    const after = query['after'] === undefined || query['after'] === '' ? null : query['after'];
    const answer = await ask('ThresholdsPage', {
      filter: {
        ...(filter.kind === null ? {} : { kinds: [filter.kind] }),
        ...(filter.schoolUrn === null ? {} : { schoolUrn: filter.schoolUrn }),
      },
      ...{ first: pageSize, after },
    });
    if (isRefused(answer) || faultAt(answer.faults, ['attendanceThresholds'])?.code === 'REFUSED')
      return context.html(messagePage(messages.refused, frame), 403);
    if (isMistaken(answer)) return context.html(messagePage(messages.mistaken, frame), 400);
    return context.html(thresholdsPage({ filter, after, answer }, frame));
  });
  return routes;
}
