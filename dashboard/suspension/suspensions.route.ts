import { type Context, Hono } from 'hono';
import { type Desk, type Env, isMistaken, isRefused } from '../desk.js';
import { type Answer, unanswered } from '../gateway/answer.js';
import type { SuspendedChildrenQuery, SuspensionsPageQuery } from '../gateway/operations.generated.js';
import type { Frame } from '../layout/layout.js';
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
import { provisionRoutes } from './provision.route.js';
import { suspensionFiles } from './suspensions-file.route.js';
import { begunSuspensions, childrenMarkup, figuresMarkup, suspensionsPage } from './suspensions.page.js';
import { figuresView, seesChildren, seesCohorts, seesFigures, yearFilter } from './suspensions.view.js';

const pageSize = 25;

/** What is asked of the two pages: of one school, or of the council’s area where none is named. */
interface Asked {
  readonly year: string;
  readonly urn: string | null;
  readonly after: string | null;
}

/** Null for a role that is told no figures: to ask would be to be refused. */
function askFigures({ ask, frame }: Desk, { year, urn }: Asked): Promise<Answer<SuspensionsPageQuery>> | null {
  const { role } = frame.viewer;
  if (!seesFigures(role)) return null;
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
): Promise<Answer<SuspendedChildrenQuery>> | null {
  const { role, organisation } = frame.viewer;
  if (!seesChildren(role)) return null;
  return ask('SuspendedChildren', {
    ...{ academicYear: year, urn: urn ?? '', ofSchool: urn !== null, first: pageSize, after },
    schoolUrn: urn === organisation.id ? null : urn,
  });
}

/** The page’s school: by its name where that is told, or is the viewer’s own; else by its number. */
function schoolOf(urn: string | null, { viewer }: Frame, list: Answer<SuspendedChildrenQuery> | null) {
  if (urn === null) return null;
  const own = urn === viewer.organisation.id ? viewer.organisation.name : null;
  return { urn, name: list?.data?.school?.name ?? own ?? `URN ${urn}` };
}

const council = '/suspensions';

/** How long a page waits, and where it is written down what of it could not be drawn. */
interface Waiting {
  readonly patience: () => Promise<unknown>;
  readonly failed: (error: unknown) => void;
}

async function show(context: Context<Env>, urn: string | null, { patience, failed }: Waiting): Promise<Response> {
  const { desk } = context.var;
  const { frame, today } = desk;
  const { year: asked, after = '' } = context.req.query();
  const filter = yearFilter(asked, today);
  const of = { year: filter.year, urn, after: after === '' ? null : after };
  const [list, figures] = [askChildren(desk, of), askFigures(desk, of)];
  const pageOf = (known: Answer<SuspendedChildrenQuery> | null) => ({
    ...{ school: schoolOf(urn, frame, known), filter, after: of.after },
  });
  const whole = ([children, counted]: readonly [Awaited<typeof list>, Awaited<typeof figures>]): Response => {
    if (children && isMistaken(children)) return context.html(messagePage(messages.mistaken, frame), 400);
    if ([counted, children].filter((one) => one !== null).every(isRefused))
      return context.html(messagePage(messages.refused, frame), 403);
    const view = { children, figures: counted && figuresView(counted, urn) };
    return context.html(suspensionsPage(view, pageOf(children), frame));
  };
  const all = Promise.all([list, figures]);
  const told = await inTime(all, patience);
  if (told) return whole(told);
  // Of a school, and with a cursor, the children decide whether there is a page.
  const begins = urn === null && mayBegin(frame.viewer, council, of.after);
  const known = begins ? null : await list;
  if (!begins && (known === null || isMistaken(known) || isRefused(known))) return whole(await all);
  const page = pageOf(known);
  const late = { otherwise: unanswered, failed };
  const parts = [
    list && begins ? partOf(list, { ...late, draw: (came) => childrenMarkup(came, page, frame) }) : null,
    figures ? partOf(figures, { ...late, draw: (came) => figuresMarkup(figuresView(came, urn), page, frame) }) : null,
  ];
  return streamed(
    context,
    inOrder(
      begunSuspensions(known, page, frame),
      parts.filter((part) => part !== null),
    ),
  );
}

/** Suspensions and permanent exclusions: the figures, and the children where the role may see them. */
export function suspensionRoutes({ log, patience = patient }: StreamOptions): Hono<Env> {
  const routes = new Hono<Env>();
  const waiting = { patience, failed: partFailed(log) };
  routes.get(council, (context) => show(context, null, waiting));
  routes.get('/schools/:urn/suspensions', async (context) => {
    const { desk } = context.var;
    const urn = context.req.param('urn');
    const known = /^\d{6}$/.test(urn) && seesChildren(desk.frame.viewer.role);
    return known ? show(context, urn, waiting) : context.html(messagePage(messages.notFound, desk.frame), 404);
  });
  routes.route('/', suspensionFiles());
  routes.route('/', provisionRoutes());
  return routes;
}
