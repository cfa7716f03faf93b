import { type Context, Hono } from 'hono';
import { type FieldFault, withoutKey } from '../component/form.js';
import { csvAnswer } from '../csv/csv-answer.js';
import type { Env } from '../desk.js';
import type { Ask } from '../gateway/ask.js';
import { faultAt } from '../gateway/shown.js';
import { toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { roleWords } from '../words/roles.js';
import { changeOf, changed, type Child, type Entry, lifeColumns } from './update.view.js';
import { updatePage } from './update.page.js';

interface Found {
  readonly child: Child;
  readonly entry: Entry;
}

/** The entry of an address as it stands now; a page that says why not, otherwise. */
async function entryOf(context: Context<Env>, ask: Ask): Promise<Found | Response> {
  const { frame } = context.var.desk;
  const answer = await ask('ChildWaits', { id: context.req.param('child') ?? '' });
  const child = answer.data?.child;
  const entry = child?.health?.waiting?.find((one) => one.id === context.req.param('entry'));
  if (child && entry) return { child, entry };
  const fault = faultAt(answer.faults, ['child', 'health']);
  if (fault?.code === 'REFUSED') return context.html(messagePage(messages.refused, frame), 403);
  if (fault?.code === 'SUBGRAPH_UNAVAILABLE') return context.html(messagePage(messages.noGateway, frame), 503);
  return context.html(messagePage(messages.notFound, frame), 404);
}

/** An entry’s life as a file. */
async function lifeFile(context: Context<Env>): Promise<Response> {
  const { askForFile, frame, today } = context.var.desk;
  const found = await entryOf(context, askForFile);
  if (found instanceof Response) return found;
  const { service, receivedOn, history } = found.entry;
  return csvAnswer(context, {
    ...{ name: 'history', title: `What happened, oldest first: ${words(service)}`, columns: lifeColumns },
    basis: `One referral, as you see it as ${roleWords(frame.viewer.role)}.`,
    ...{ period: `${dayText(receivedOn)} to ${dayText(today)}`, asAt: dayText(today) },
    rows: history.length === 0 ? { kind: 'none', seesAll: true } : { kind: 'held', value: history },
  });
}

/** Saying where a referral stands now: a form with the steps that are allowed, and what came between. */
export function updateRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/waiting-lists/:child/:entry/update', async (context) => {
    const found = await entryOf(context, context.var.desk.ask);
    if (found instanceof Response) return found;
    const form = { effectiveOn: context.var.desk.today, to: found.entry.status, nextStep: found.entry.nextStep ?? '' };
    return context.html(updatePage({ ...found, form, faults: [], theirs: null }, context.var.desk.frame));
  });
  routes.post('/waiting-lists/:child/:entry/update', async (context) => {
    const { ask, form, session, frame } = context.var.desk;
    const found = await entryOf(context, ask);
    if (found instanceof Response) return found;
    const again = (faults: readonly FieldFault[], theirs: string | null, status: 400 | 409, kept = form) =>
      context.html(updatePage({ ...found, form: kept, faults, theirs }, frame), status);
    const change = changeOf(found.entry, form);
    if (!change.complete) return again(change.faults, null, 400);
    const answer = await ask('UpdateWaitingListEntry', { input: change.input });
    const told = toldOf(answer, answer.data?.updateWaitingListEntry);
    // What was answered is another question from now on: under its key it would be answered as it was.
    const answered = withoutKey(form);
    if (!told.done) return again([{ field: 'to', words: told.because }], null, 409, told.answered ? answered : form);
    const came = changed(told.value);
    if (came.state !== 'done') return again(came.faults, came.theirs, 409, answered);
    session.banner = 'The entry is updated.';
    return context.redirect('/waiting-lists', 303);
  });
  routes.get('/waiting-lists/:child/:entry/history.csv', lifeFile);
  return routes;
}
