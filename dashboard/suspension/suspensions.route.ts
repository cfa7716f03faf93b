import { type Context, Hono } from 'hono';
import { type Desk, type Env, isMistaken, isRefused } from '../desk.js';
import { type Answer, orUnanswered } from '../gateway/answer.js';
import type { SuspendedChildrenQuery, SuspensionsPageQuery } from '../gateway/operations.generated.js';
import { messagePage, messages } from '../layout/message-page.js';
import { inOrder, partFailed, streamed, type StreamOptions } from '../layout/streamed.js';
import { provisionRoutes } from './provision.route.js';
import { suspensionFiles } from './suspensions-file.route.js';
import { begunSuspensions, figuresMarkup, suspensionsPage } from './suspensions.page.js';
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
): Promise<Answer<SuspendedChildrenQuery> | null> {
  const { role, organisation } = frame.viewer;
  if (!seesChildren(role)) return Promise.resolve(null);
  return ask('SuspendedChildren', {
    ...{ academicYear: year, urn: urn ?? '', ofSchool: urn !== null, first: pageSize, after },
    schoolUrn: urn === organisation.id ? null : urn,
  });
}

/** What is answered by the time it is looked at; null where nothing is yet, or never will be. */
function answeredBy<T>(asked: Promise<T> | null): () => T | null {
  let answer: T | null = null;
  asked?.then(
    (one) => (answer = one),
    () => undefined,
  );
  return () => answer;
}

async function show(context: Context<Env>, urn: string | null, failed: (error: unknown) => void): Promise<Response> {
  const { desk } = context.var;
  const { frame, today } = desk;
  const { year: asked, after = '' } = context.req.query();
  const filter = yearFilter(asked, today);
  const wanted = { year: filter.year, urn, after: after === '' ? null : after };
  const figures = askFigures(desk, wanted);
  const counted = answeredBy(figures);
  // The children decide whether there is a page, and stand first on it: figures take longer to count.
  const children = await askChildren(desk, wanted);
  if (children && isMistaken(children)) return context.html(messagePage(messages.mistaken, frame), 400);
  const own = urn === frame.viewer.organisation.id ? frame.viewer.organisation.name : null;
  const name = children?.data?.school?.name ?? own ?? `URN ${urn ?? ''}`;
  const page = { school: urn === null ? null : { urn, name }, filter, children, after: wanted.after };
  if (figures && children && !isRefused(children) && counted() === null)
    return streamed(
      context,
      inOrder(begunSuspensions(page, frame), {
        ...{ answer: orUnanswered(figures), failed },
        draw: (answer) => figuresMarkup(figuresView(answer, urn), page, frame),
      }),
    );
  const answer = await figures;
  if ([answer, children].filter((one) => one !== null).every(isRefused))
    return context.html(messagePage(messages.refused, frame), 403);
  return context.html(suspensionsPage(page, answer && figuresView(answer, urn), frame));
}

/** Suspensions and permanent exclusions: the figures, and the children where the role may see them. */
export function suspensionRoutes({ log }: StreamOptions): Hono<Env> {
  const routes = new Hono<Env>();
  const failed = partFailed(log);
  routes.get('/suspensions', (context) => show(context, null, failed));
  routes.get('/schools/:urn/suspensions', async (context) => {
    const { desk } = context.var;
    const urn = context.req.param('urn');
    const known = /^\d{6}$/.test(urn) && seesChildren(desk.frame.viewer.role);
    return known ? show(context, urn, failed) : context.html(messagePage(messages.notFound, desk.frame), 404);
  });
  routes.route('/', suspensionFiles());
  routes.route('/', provisionRoutes());
  return routes;
}
