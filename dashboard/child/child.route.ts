import { Hono } from 'hono';
import type { Env } from '../desk.js';
import { absentPage } from './absent-child.js';
import { actionRoutes } from './action.route.js';
import { askChild } from './ask-child.js';
import { childFile } from './child-file.route.js';
import { childPage } from './child.page.js';
import { timelineFile } from './timeline.route.js';

/** One child’s page, and what of it can be kept as a file. */
export function childRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/children/:id', async (context) => {
    const { ask, frame, today } = context.var.desk;
    const found = await askChild(ask, context.req.param('id'), today);
    return found.state === 'found' ? context.html(childPage(found.view, frame)) : absentPage(found, context);
  });
  routes.get('/children/:id/timeline.csv', timelineFile);
  routes.get('/children/:id/:file{[a-z-]+\\.csv}', childFile);
  routes.route('/', actionRoutes());
  return routes;
}
