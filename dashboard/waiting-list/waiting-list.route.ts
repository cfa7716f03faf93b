import { type Context, Hono } from 'hono';
import { csvAnswer } from '../csv/csv-answer.js';
import { beyondWords, filePage, wholeList } from '../csv/whole-list.js';
import { type Env, isMistaken, isRefused } from '../desk.js';
import type { Ask } from '../gateway/ask.js';
import { absenceIn, type Shown, shown, within } from '../gateway/shown.js';
import { messagePage, messages } from '../layout/message-page.js';
import { dayText } from '../words/dates.js';
import { roleWords } from '../words/roles.js';
import { askedBy, pageSize, type WaitingFilter, waitingFilter } from './list-filter.js';
import { conflictRoutes } from './conflicts.route.js';
import { severalRoutes } from './several.route.js';
import { bandedBy, keepsLists, timesColumns, timesView, type TimesView } from './times.view.js';
import { updateRoutes } from './update.route.js';
import { waitingListPage } from './waiting-list.page.js';
import { filterWords, waitColumns } from './waiting-list.table.js';

/** How long children wait, by service and by band. */
async function timesOf(ask: Ask, filter: WaitingFilter): Promise<Shown<TimesView>> {
  const [services, bands] = await Promise.all([
    ask('WaitingTimes', { by: ['SERVICE'] }),
    ask('WaitingTimes', { by: bandedBy(filter) }),
  ]);
  return timesView({ services, bands }, filter);
}

/** The waits by service as a file. */
async function timesFile(context: Context<Env>): Promise<Response> {
  const { askForFile, frame, today } = context.var.desk;
  if (!keepsLists(frame.viewer.role)) return context.html(messagePage(messages.refused, frame), 403);
  const filter = waitingFilter(context.req.query());
  const times = await timesOf(askForFile, filter);
  return csvAnswer(context, {
    ...{ name: 'waiting-times', title: 'Waits by service', filter: filterWords(filter) },
    basis: times.kind === 'held' ? times.value.basis : 'Waits on the lists that your provider keeps.',
    ...{ period: `At the end of ${dayText(today)}`, asAt: dayText(today) },
    columns: timesColumns,
    rows: within(times, ({ services }) => services),
  });
}

/** The list under the page’s filter, as a file. */
async function listFile(context: Context<Env>): Promise<Response> {
  const { askForFile, frame, today } = context.var.desk;
  const filter = waitingFilter(context.req.query());
  const { nodes, faults, more } = await wholeList(
    (after) => askForFile('WaitingList', { filter: askedBy(filter), first: filePage, after }),
    ({ waitingList }) => waitingList,
  );
  const path = ['waitingList'];
  return csvAnswer(context, {
    ...{ name: 'waiting-lists', title: 'Children waiting', filter: filterWords(filter) },
    basis: beyondWords(`Waits of children whom you may see as ${roleWords(frame.viewer.role)}.`, more),
    ...{ period: `Those who wait on ${dayText(today)}`, asAt: dayText(today) },
    columns: waitColumns(absenceIn(faults, path, false)),
    rows: shown({ answer: { faults }, path, domain: 'HEALTH', value: nodes, seesAll: false }),
  });
}

/** The waiting lists: who is next, and where a child stands. */
export function waitingListRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/waiting-lists', async (context) => {
    const { ask, frame, today } = context.var.desk;
    const filter = waitingFilter(context.req.query());
    const after = context.req.query('after') ?? null;
    const [answer, times] = await Promise.all([
      ask('WaitingList', { filter: askedBy(filter), first: pageSize, after }),
      keepsLists(frame.viewer.role) ? timesOf(ask, filter) : null,
    ]);
    if (isRefused(answer)) return context.html(messagePage(messages.refused, frame), 403);
    if (isMistaken(answer)) return context.html(messagePage(messages.mistaken, frame), 400);
    return context.html(waitingListPage({ filter, answer, first: after === null, times, today }, frame));
  });
  routes.get('/waiting-lists.csv', listFile);
  routes.get('/waiting-lists/times.csv', timesFile);
  routes.route('/', conflictRoutes());
  routes.route('/', severalRoutes());
  routes.route('/', updateRoutes());
  return routes;
}
