import { type Context, Hono } from 'hono';
import { type Desk, type Env, isMistaken, isRefused } from '../desk.js';
import type { Answer } from '../gateway/answer.js';
import type { SuspendedChildrenQuery, SuspensionsPageQuery } from '../gateway/operations.generated.js';
import { messagePage, messages } from '../layout/message-page.js';
import { provisionRoutes } from './provision.route.js';
import { suspensionFiles } from './suspensions-file.route.js';
import { suspensionsPage } from './suspensions.page.js';
import { figuresView, seesChildren, seesCohorts, seesFigures, yearFilter } from './suspensions.view.js';

const pageSize = 25;

/** What is asked of the two pages: of one school, or of the council’s area where none is named. */
interface Asked {
  readonly year: string;
  readonly urn: string | null;
  readonly after: string | null;
}

/** Null for a role that is told no figures: to ask would be to be refused. */
function askFigures({ ask, frame }: Desk, { year, urn }: Asked): Promise<Answer<SuspensionsPageQuery> | null> {
  const { role } = frame.viewer;
  if (!seesFigures(role)) return Promise.resolve(null);
  const council = urn === null;
  return ask('SuspensionsPage', {
    ...{ academicYear: year, by: council ? [] : ['SCHOOL'], sixthBy: council ? [] : ['SCHOOL'] },
    ...{ council, cohorts: council && seesCohorts(role) },
  });
}

/** Null for a role that goes through no children. A school’s own see everybody on its roll, whichever school it was. */
function askChildren(
  { ask, frame }: Desk,
  { year, urn, after }: Asked,
): Promise<Answer<SuspendedChildrenQuery> | null> {
  const { role, organisation } = frame.viewer;
  if (!seesChildren(role)) return Promise.resolve(null);
  return ask('SuspendedChildren', {
    ...{ academicYear: year, urn: urn ?? '', ofSchool: urn !== null, first: pageSize, after },
    schoolUrn: urn === organisation.id ? null : urn,
  });
}

async function show(context: Context<Env>, urn: string | null): Promise<Response> {
  const { desk } = context.var;
  const { frame, today } = desk;
  const { year: asked, after = '' } = context.req.query();
  const filter = yearFilter(asked, today);
  const page = { year: filter.year, urn, after: after === '' ? null : after };
  const [figures, children] = await Promise.all([askFigures(desk, page), askChildren(desk, page)]);
  const answers = [figures, children].filter((answer) => answer !== null);
  if (answers.every(isRefused)) return context.html(messagePage(messages.refused, frame), 403);
  if (children && isMistaken(children)) return context.html(messagePage(messages.mistaken, frame), 400);
  const name = children?.data?.school?.name ?? frame.viewer.organisation.name ?? '';
  const school = urn === null ? null : { urn, name };
  const view = figures === null ? null : figuresView(figures, urn);
  return context.html(suspensionsPage({ school, filter, figures: view, children, after: page.after }, frame));
}

/** Suspensions and permanent exclusions: the figures, and the children where the role may see them. */
export function suspensionRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/suspensions', (context) => show(context, null));
  routes.get('/schools/:urn/suspensions', async (context) => {
    const { desk } = context.var;
    const urn = context.req.param('urn');
    const known = /^\d{6}$/.test(urn) && seesChildren(desk.frame.viewer.role);
    return known ? show(context, urn) : context.html(messagePage(messages.notFound, desk.frame), 404);
  });
  routes.route('/', suspensionFiles());
  routes.route('/', provisionRoutes());
  return routes;
}
