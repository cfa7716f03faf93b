import { Hono } from 'hono';
import { type Env, isMistaken, isRefused } from '../desk.js';
import { messagePage, messages } from '../layout/message-page.js';
import { mondayOf, sundayOf, weeksFrom } from '../words/dates.js';
import { filterOf } from './list-filter.js';
import { virtualSchoolPage } from './virtual-school.page.js';

const pageSize = 25;
/** As far back as the line goes: about a school year. */
const trendWeeks = 38;

/** The virtual school’s week: is attendance moving, and whom to talk about. */
export function virtualSchoolRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/virtual-school', async (context) => {
    const { ask, frame, today } = context.var.desk;
    const query = context.req.query();
    const filter = filterOf(query, mondayOf(today));
    const [figures, list] = await Promise.all([
      ask('VirtualSchoolFigures', {
        ...{ cohort: filter.cohort, from: weeksFrom(filter.week, -trendWeeks), to: sundayOf(filter.week) },
      }),
      ask('WeeklyList', {
        ...{ week: filter.week, cohort: filter.listed, socialWorkTeam: filter.team, schoolUrn: null },
        ...{ first: pageSize, after: query['after'] ?? null },
      }),
    ]);
    if (isRefused(figures) && isRefused(list)) return context.html(messagePage(messages.refused, frame), 403);
    if (isMistaken(list)) return context.html(messagePage(messages.mistaken, frame), 400);
    return context.html(virtualSchoolPage({ filter, figures, list }, frame));
  });
  return routes;
}
