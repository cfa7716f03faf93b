import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { type FieldFault, withoutKey } from '../component/form.js';
import { csvAnswer } from '../csv/csv-answer.js';
import type { Env } from '../desk.js';
import type { Ask } from '../gateway/ask.js';
import { toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { pageOf } from '../sign-in/form-token.js';
import { dayText } from '../words/dates.js';
import { askedBy, pageSize, waitingFilter } from './list-filter.js';
import { severalAgainPage, severalDonePage } from './several.page.js';
import type { SeveralDone } from './several-done.js';
import {
  boxesAgain,
  changesOf,
  everyStep,
  lineAnew,
  nowColumn,
  outcomeColumns,
  type OutcomeLine,
  outcomesOf,
  tickedOf,
} from './several.view.js';
import type { Entry } from './waiting-list.table.js';

/** What stood on the list that a form was sent from: none, where it cannot be asked now. */
async function listed(context: Context<Env>): Promise<readonly Entry[]> {
  const { ask, form } = context.var.desk;
  const [, query = ''] = (pageOf(form['token']) ?? '').split('?');
  const { after = null, ...chosen } = Object.fromEntries(new URLSearchParams(query));
  const filter = askedBy(waitingFilter(chosen));
  const { data } = await ask('WaitingList', { filter, first: pageSize, after });
  return data?.waitingList?.edges.map(({ node }) => node) ?? [];
}

async function updateSeveral(context: Context<Env>): Promise<Response> {
  const { ask, form, frame, session } = context.var.desk;
  const ticked = tickedOf(form);
  const again = async (faults: readonly FieldFault[], status: 400 | 409, kept = form) => {
    const boxes = boxesAgain(ticked, ticked.length === 0 ? await listed(context) : []);
    return context.html(severalAgainPage({ boxes, form: kept, steps: everyStep(form), faults }, frame), status);
  };
  const change = changesOf(form);
  if (!change.complete) return again(change.faults, 400);
  const answer = await ask('UpdateWaitingListEntries', { inputs: change.inputs });
  const told = toldOf(answer, answer.data?.updateWaitingListEntries);
  if (!told.done)
    return again([{ field: 'ticked', words: told.because }], 409, told.answered ? withoutKey(form) : form);
  const id = randomUUID();
  session.several = { id, outcomes: outcomesOf(ticked, told.value) };
  return context.redirect(`/waiting-lists/several/${id}`, 303);
}

/** What came of the waits of an address; null where somebody else’s, or an earlier one’s, is asked for. */
function doneOf(context: Context<Env>): SeveralDone | null {
  const { several } = context.var.desk.session;
  return several !== undefined && several.id === context.req.param('id') ? several : null;
}

function showDone(context: Context<Env>): Response {
  const { frame } = context.var.desk;
  const done = doneOf(context);
  return done === null
    ? context.html(messagePage(messages.notFound, frame), 404)
    : context.html(severalDonePage(done, frame));
}

/** What came of each, with what the hub says of each child today: each is asked for once. */
async function linesAnew({ outcomes }: SeveralDone, ask: Ask): Promise<OutcomeLine[]> {
  const children = [...new Set(outcomes.flatMap(({ ticked: { child } }) => child ?? []))];
  const answers = await Promise.all(children.map((id) => ask('ChildWaits', { id })));
  return outcomes.map((outcome) => {
    const { child } = outcome.ticked;
    const answer = child === null ? undefined : answers[children.indexOf(child)];
    return lineAnew(outcome, answer ?? { data: null, faults: [] });
  });
}

/** What came of each as a file. Whose they are is asked anew, as what is kept: nothing is sent again. */
async function doneFile(context: Context<Env>): Promise<Response> {
  const { askForFile, frame, today } = context.var.desk;
  const done = doneOf(context);
  if (done === null) return context.html(messagePage(messages.notFound, frame), 404);
  const lines = await linesAnew(done, askForFile);
  return csvAnswer(context, {
    ...{ name: 'several-waits', title: 'What came of each', columns: [...outcomeColumns, nowColumn] },
    ...{ basis: 'Waits that you changed together, in the order of the list.', period: `On ${dayText(today)}` },
    ...{ asAt: dayText(today), rows: { kind: 'held', value: lines } },
  });
}

/** Recording the same of several waits: each is changed by itself, and each is answered for. */
export function severalRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.post('/waiting-lists/several', updateSeveral);
  routes.get('/waiting-lists/several/:id', showDone);
  routes.get('/waiting-lists/several/:id/results.csv', doneFile);
  return routes;
}
