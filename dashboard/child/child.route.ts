import { Hono } from 'hono';
import type { Env } from '../desk.js';
import { actionRoutes } from './action.route.js';
import { absentPage } from './absent-child.js';
import { childView, headState } from './child.view.js';
import { childPage } from './child.page.js';
import { mondayOf, schoolYearOf, weeksFrom } from '../words/dates.js';

/** One child’s page: the head decides whether there is one, and the rest is asked beside it. */
export function childRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/children/:id', async (context) => {
    const { ask, frame, today } = context.var.desk;
    const id = context.req.param('id');
    const from = weeksFrom(mondayOf(today), -52);
    const lastYear = schoolYearOf(today, 1);
    const [answer, school, care] = await Promise.all([
      ask('ChildHead', { id }),
      ask('ChildSchool', { id, from, lastYear }),
      ask('ChildCare', { id }),
    ]);
    const state = headState(answer);
    if (state.state !== 'found') return absentPage(state, context);
    const view = childView({ head: state.head, headFaults: answer.faults, school, care, from, today });
    return context.html(childPage(view, frame));
  });
  routes.route('/', actionRoutes());
  return routes;
}
