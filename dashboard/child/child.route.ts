import { Hono } from 'hono';
import type { Env } from '../desk.js';
import { partFailed, patient, streamed, type StreamOptions } from '../layout/streamed.js';
import { absentPage } from './absent-child.js';
import { actionRoutes } from './action.route.js';
import { askChildFor } from './ask-child.js';
import { childFile } from './child-file.route.js';
import { childPage } from './child.page.js';
import { childStream } from './child-stream.js';
import { reviewRoutes } from './review.route.js';
import { timelineFile } from './timeline.route.js';

/** One child’s page, and what of it can be kept as a file. */
export function childRoutes({ log, patience = patient }: StreamOptions): Hono<Env> {
  const routes = new Hono<Env>();
  const failed = partFailed(log);
  routes.get('/children/:id', async (context) => {
    const { ask, frame, today } = context.var.desk;
    const found = await askChildFor(patience, ask, context.req.param('id'), today);
    if (found.state === 'late') return streamed(context, childStream(found.late, frame, failed));
    return found.state === 'found' ? context.html(childPage(found.view, frame)) : absentPage(found, context);
  });
  routes.get('/children/:id/timeline.csv', timelineFile);
  routes.get('/children/:id/:file{[a-z-]+\\.csv}', childFile);
  routes.route('/', actionRoutes());
  routes.route('/', reviewRoutes());
  return routes;
}
