import { Hono } from 'hono';
import { type Desk, type Env, isMistaken, isRefused } from '../desk.js';
import type { Answer } from '../gateway/answer.js';
import type { WeeklyListQuery } from '../gateway/operations.generated.js';
import { messagePage, messages } from '../layout/message-page.js';
import { mondayOf, schoolYearFrom, sundayOf, termOf, weeksFrom } from '../words/dates.js';
import { amongTeams, filterOf, type ListFilter } from './list-filter.js';
import { trendWeeks, virtualSchoolFiles } from './virtual-school-file.route.js';
import { virtualSchoolPage } from './virtual-school.page.js';

const pageSize = 25;
/** Those who see to it that plans are made. */
const pepRoles: readonly string[] = ['virtual-school-head', 'virtual-school-adviser'];

/** The three questions of the page: of one team they are asked once it is known that there is such a team. */
async function askPage({ ask, frame, today }: Desk, query: Readonly<Record<string, string>>) {
  const asked = filterOf(query, mondayOf(today));
  const figures = ask('VirtualSchoolFigures', {
    ...{ cohort: asked.cohort, from: weeksFrom(asked.week, -trendWeeks), to: sundayOf(asked.week) },
    ...{ yearFrom: schoolYearFrom(asked.week), teams: true },
  });
  const peps = pepRoles.includes(frame.viewer.role)
    ? ask('VirtualSchoolPeps', { term: termOf(today), first: pageSize })
    : null;
  const askList = async (): Promise<{ filter: ListFilter; list: Answer<WeeklyListQuery> }> => {
    const filter = asked.team === null ? asked : amongTeams(asked, (await figures).data?.socialWorkTeams ?? null);
    const list = await ask('WeeklyList', {
      ...{ week: filter.week, cohort: filter.listed, socialWorkTeam: filter.team, schoolUrn: null },
      ...{ first: pageSize, after: query['after'] ?? null },
    });
    return { filter, list };
  };
  const [told, listed, plans] = await Promise.all([figures, askList(), peps]);
  return { ...listed, present: mondayOf(today), figures: told, peps: plans };
}

/** The virtual school’s week: is attendance moving, and whom to talk about. */
export function virtualSchoolRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/virtual-school', async (context) => {
    const { desk } = context.var;
    const page = await askPage(desk, context.req.query());
    const { figures, list } = page;
    if (isRefused(figures) && isRefused(list)) return context.html(messagePage(messages.refused, desk.frame), 403);
    if (isMistaken(list)) return context.html(messagePage(messages.mistaken, desk.frame), 400);
    return context.html(virtualSchoolPage(page, desk.frame));
  });
  routes.route('/', virtualSchoolFiles());
  return routes;
}
