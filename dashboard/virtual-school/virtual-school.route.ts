import { Hono } from 'hono';
import { type Env, isMistaken, isRefused } from '../desk.js';
import { messagePage, messages } from '../layout/message-page.js';
import { mondayOf, schoolYearFrom, sundayOf, termOf, weeksFrom } from '../words/dates.js';
import { filterOf } from './list-filter.js';
import { trendWeeks, virtualSchoolFiles } from './virtual-school-file.route.js';
import { virtualSchoolPage } from './virtual-school.page.js';

const pageSize = 25;
/** Those who see to it that plans are made. */
const pepRoles: readonly string[] = ['virtual-school-head', 'virtual-school-adviser'];

/** The virtual school’s week: is attendance moving, and whom to talk about. */
export function virtualSchoolRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/virtual-school', async (context) => {
    const { ask, frame, today } = context.var.desk;
    const query = context.req.query();
    const filter = filterOf(query, mondayOf(today));
    const [figures, list, peps] = await Promise.all([
      ask('VirtualSchoolFigures', {
        ...{ cohort: filter.cohort, from: weeksFrom(filter.week, -trendWeeks), to: sundayOf(filter.week) },
        yearFrom: schoolYearFrom(filter.week),
      }),
      ask('WeeklyList', {
        ...{ week: filter.week, cohort: filter.listed, socialWorkTeam: filter.team, schoolUrn: null },
        ...{ first: pageSize, after: query['after'] ?? null },
      }),
      pepRoles.includes(frame.viewer.role) ? ask('VirtualSchoolPeps', { term: termOf(today), first: pageSize }) : null,
    ]);
    if (isRefused(figures) && isRefused(list)) return context.html(messagePage(messages.refused, frame), 403);
    if (isMistaken(list)) return context.html(messagePage(messages.mistaken, frame), 400);
    return context.html(virtualSchoolPage({ filter, figures, list, peps }, frame));
  });
  routes.route('/', virtualSchoolFiles());
  return routes;
}
