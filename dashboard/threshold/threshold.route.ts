import { type Context, Hono } from 'hono';
import { csvAnswer } from '../csv/csv-answer.js';
import { beyondWords, filePage, wholeList } from '../csv/whole-list.js';
import { type Env, isMistaken, isRefused } from '../desk.js';
import { unanswered } from '../gateway/answer.js';
import { absenceIn, faultAt, shown } from '../gateway/shown.js';
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
import { dayText } from '../words/dates.js';
import { roleWords } from '../words/roles.js';
import { type ThresholdFilter, thresholdFilter } from './list-filter.js';
import { begunThresholds, listedMarkup, thresholdsPage } from './thresholds.page.js';
import { filterWords, thresholdColumns } from './thresholds.table.js';

const pageSize = 25;

const askedBy = ({ kind, schoolUrn }: ThresholdFilter) => ({
  ...(kind === null ? {} : { kinds: [kind] }),
  ...(schoolUrn === null ? {} : { schoolUrn }),
});

/** The list under the page’s filter, as a file. */
async function listFile(context: Context<Env>): Promise<Response> {
  const { askForFile, frame, today } = context.var.desk;
  const filter = thresholdFilter(context.req.query());
  const { nodes, faults, more } = await wholeList(
    (after) => askForFile('ThresholdsPage', { filter: askedBy(filter), first: filePage, after, schools: false }),
    ({ attendanceThresholds }) => attendanceThresholds,
  );
  const path = ['attendanceThresholds'];
  return csvAnswer(context, {
    ...{ name: 'attendance-thresholds', title: 'Thresholds of attendance that children have reached' },
    basis: beyondWords(`Children whom you may see as ${roleWords(frame.viewer.role)}, by school.`, more),
    ...{ filter: filterWords(filter), period: `Reached by ${dayText(today)}`, asAt: dayText(today) },
    columns: thresholdColumns(absenceIn(faults, path, false)),
    rows: shown({ answer: { faults }, path, domain: 'EDUCATION', value: nodes, seesAll: false }),
  });
}

const address = '/thresholds';

/** The thresholds of attendance that children have reached. */
export function thresholdRoutes({ log, patience = patient }: StreamOptions): Hono<Env> {
  const routes = new Hono<Env>();
  const failed = partFailed(log);
  routes.get(address, async (context) => {
    const { ask, frame } = context.var.desk;
    const query = context.req.query();
    const filter = thresholdFilter(query);
    const after = query['after'] === undefined || query['after'] === '' ? null : query['after'];
    const asking = ask('ThresholdsPage', {
      ...{ filter: askedBy(filter), first: pageSize, after, schools: true },
    });
    const answer = await (mayBegin(frame.viewer, address, after) ? inTime(asking, patience) : asking);
    if (answer === null) {
      const draw = (late: Awaited<typeof asking>) => listedMarkup({ filter, after, answer: late }, frame);
      const list = partOf(asking, { draw, otherwise: unanswered, failed });
      return streamed(context, inOrder(begunThresholds(frame), [list]));
    }
    if (isRefused(answer) || faultAt(answer.faults, ['attendanceThresholds'])?.code === 'REFUSED')
      return context.html(messagePage(messages.refused, frame), 403);
    if (isMistaken(answer)) return context.html(messagePage(messages.mistaken, frame), 400);
    return context.html(thresholdsPage({ filter, after, answer }, frame));
  });
  routes.get('/thresholds.csv', listFile);
  return routes;
}
