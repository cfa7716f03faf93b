import { Hono } from 'hono';
import { type Desk, type Env, isRefused } from '../desk.js';
import { messagePage, messages } from '../layout/message-page.js';
import { mondayOf, sundayOf, weeksFrom } from '../words/dates.js';
import { filterOf } from './list-filter.js';
import { virtualSchoolPage } from './virtual-school.page.js';

const pageSize = 25;
/** As far back as the line goes: about a school year. */
const trendWeeks = 38;

async function show(query: Readonly<Record<string, string>>, { ask, frame, today }: Desk): Promise<string> {
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
  if (isRefused(figures) && isRefused(list)) return messagePage(messages.refused, frame);
  return virtualSchoolPage({ filter, figures, list }, frame);
}

/** The virtual school’s week: is attendance moving, and whom to talk about. */
export function virtualSchoolRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/virtual-school', async (context) => context.html(await show(context.req.query(), context.var.desk)));
  return routes;
}
