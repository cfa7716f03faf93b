import { Hono } from 'hono';
import { type Desk, type Env, isMistaken, isRefused } from '../desk.js';
import { type Answer, unanswered } from '../gateway/answer.js';
import type { WeeklyListQuery } from '../gateway/operations.generated.js';
import { messagePage, messages } from '../layout/message-page.js';
import {
  inTime,
  mayBegin,
  inOrder,
  partFailed,
  partOf,
  patient,
  streamed,
  type StreamOptions,
} from '../layout/streamed.js';
import { mondayOf, schoolYearFrom, sundayOf, termOf, weeksFrom } from '../words/dates.js';
import { amongTeams, filterOf, type ListFilter } from './list-filter.js';
import { trendWeeks, virtualSchoolFiles } from './virtual-school-file.route.js';
import { begunVirtualSchool, type Page, virtualSchoolPage, weekMarkup } from './virtual-school.page.js';

const address = '/virtual-school';
const pageSize = 25;

type Query = Readonly<Record<string, string>>;

/** Those who see to it that plans are made. */
const pepRoles: readonly string[] = ['virtual-school-head', 'virtual-school-adviser'];

/** The three questions of the page: of one team they are asked once it is known that there is such a team. */
async function askPage({ ask, frame, today }: Desk, query: Query): Promise<Page> {
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

/** The page of which nothing was answered. */
const unansweredPage = ({ frame, today }: Desk, query: Query): Page => ({
  ...{ filter: filterOf(query, mondayOf(today)), present: mondayOf(today), figures: unanswered, list: unanswered },
  peps: pepRoles.includes(frame.viewer.role) ? unanswered : null,
});

/** The virtual school’s week: is attendance moving, and whom to talk about. */
export function virtualSchoolRoutes({ log, patience = patient }: StreamOptions): Hono<Env> {
  const routes = new Hono<Env>();
  const failed = partFailed(log);
  routes.get(address, async (context) => {
    const { desk } = context.var;
    const { frame } = desk;
    const query = context.req.query();
    const asking = askPage(desk, query);
    const begins = mayBegin(frame.viewer, address, query['after']);
    const page = await (begins ? inTime(asking, patience) : asking);
    if (page === null) {
      const drawing = { draw: (late: Page) => weekMarkup(late, frame), otherwise: unansweredPage(desk, query), failed };
      return streamed(context, inOrder(begunVirtualSchool(frame), [partOf(asking, drawing)]));
    }
    const { figures, list } = page;
    if (isRefused(figures) && isRefused(list)) return context.html(messagePage(messages.refused, frame), 403);
    if (isMistaken(list)) return context.html(messagePage(messages.mistaken, frame), 400);
    return context.html(virtualSchoolPage(page, frame));
  });
  routes.route('/', virtualSchoolFiles());
  return routes;
}
