import { type Context, Hono } from 'hono';
import { csvAnswer } from '../csv/csv-answer.js';
import { beyondWords, filePage, wholeList } from '../csv/whole-list.js';
import { type Env, isMistaken, isRefused } from '../desk.js';
import { absenceIn, shown } from '../gateway/shown.js';
import { messagePage, messages } from '../layout/message-page.js';
import { dayText } from '../words/dates.js';
import { roleWords } from '../words/roles.js';
import { openStatuses, type WaitingFilter, waitingFilter } from './list-filter.js';
import { updateRoutes } from './update.route.js';
import { waitingListPage } from './waiting-list.page.js';
import { filterWords, waitColumns } from './waiting-list.table.js';

const pageSize = 25;

const askedBy = ({ service, status, past }: WaitingFilter) => ({
  ...(service === null ? {} : { services: [service] }),
  statuses: status === null ? [...openStatuses] : [status],
  ...(past ? { breached: true } : {}),
});

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
    const { ask, frame } = context.var.desk;
    const filter = waitingFilter(context.req.query());
    const after = context.req.query('after') ?? null;
    const answer = await ask('WaitingList', {
      ...{ filter: askedBy(filter), first: pageSize, after },
    });
    if (isRefused(answer)) return context.html(messagePage(messages.refused, frame), 403);
    if (isMistaken(answer)) return context.html(messagePage(messages.mistaken, frame), 400);
    return context.html(waitingListPage({ filter, answer, first: after === null }, frame));
  });
  routes.get('/waiting-lists.csv', listFile);
  routes.route('/', updateRoutes());
  return routes;
}
