import { type Context, Hono } from 'hono';
import { csvAnswer } from '../csv/csv-answer.js';
import { beyondWords, filePage, wholeList } from '../csv/whole-list.js';
import { type Desk, type Env, isMistaken, isRefused } from '../desk.js';
import type { Answer } from '../gateway/answer.js';
import type { SuspendedChildrenQuery, SuspensionsPageQuery } from '../gateway/operations.generated.js';
import { absenceIn } from '../gateway/shown.js';
import { messagePage, messages } from '../layout/message-page.js';
import { dayText } from '../words/dates.js';
import { roleWords } from '../words/roles.js';
import { provisionRoutes } from './provision.route.js';
import { suspendedCaption, suspendedColumns } from './suspended-table.js';
import { linesOf } from './suspended.view.js';
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

/** The children of the page, as a file. */
async function listFile(context: Context<Env>, urn: string | null): Promise<Response> {
  const { askForFile, frame, today } = context.var.desk;
  const { role, organisation } = frame.viewer;
  const { year } = yearFilter(context.req.query('year'), today);
  const schoolUrn = urn === organisation.id ? null : urn;
  const { nodes, faults, more } = await wholeList(
    (after) =>
      askForFile('SuspendedChildren', {
        ...{ academicYear: year, urn: urn ?? '', ofSchool: false, schoolUrn, first: filePage, after },
      }),
    ({ suspendedChildren }) => suspendedChildren,
  );
  const absence = absenceIn(faults, ['suspendedChildren'], false);
  return csvAnswer(context, {
    ...{ name: 'suspensions', title: suspendedCaption, filter: `School: ${urn ?? 'all'}` },
    basis: beyondWords(`Children whom you may see as ${roleWords(role)}.`, more),
    ...{ period: `School year ${year}`, asAt: dayText(today), rows: linesOf(nodes, faults) },
    columns: suspendedColumns({ absence, back: '', frame }),
  });
}

/** Suspensions and permanent exclusions: the figures, and the children where the role may see them. */
export function suspensionRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/suspensions', (context) => show(context, null));
  routes.get('/suspensions.csv', (context) => listFile(context, null));
  routes.get('/schools/:urn/suspensions.csv', (context) => {
    const urn = context.req.param('urn');
    return /^\d{6}$/.test(urn)
      ? listFile(context, urn)
      : context.html(messagePage(messages.notFound, context.var.desk.frame), 404);
  });
  routes.get('/schools/:urn/suspensions', async (context) => {
    const { desk } = context.var;
    const urn = context.req.param('urn');
    const known = /^\d{6}$/.test(urn) && seesChildren(desk.frame.viewer.role);
    return known ? show(context, urn) : context.html(messagePage(messages.notFound, desk.frame), 404);
  });
  routes.route('/', provisionRoutes());
  return routes;
}
