import { type Context, Hono } from 'hono';
import { type FieldFault, withoutKey } from '../component/form.js';
import { csvAnswer } from '../csv/csv-answer.js';
import type { Env } from '../desk.js';
import type { Ask } from '../gateway/ask.js';
import { leavesOpen } from '../gateway/answer.js';
import { faultAt } from '../gateway/shown.js';
import { toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { roleWords } from '../words/roles.js';
import { typed } from '../words/typed.js';
import { changeOf, changed, lifeColumns, notChanged } from './update.view.js';
import type { Child, Entry } from './wait.js';
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
  if (leavesOpen(fault)) return context.html(messagePage(messages.noGateway, frame), 503);
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

const addressOf = (context: Context<Env>): string =>
  `/waiting-lists/${context.req.param('child') ?? ''}/${context.req.param('entry') ?? ''}/update`;

/** A visit was cancelled, and the other day that was agreed is not booked: what is left of the form, and why. */
function halfDone(context: Context<Env>, because: string): string {
  const { form, frame } = context.var.desk;
  const { nextAppointmentOn = '', nextStep } = form;
  const written = [dayText(nextAppointmentOn), ...(typed(nextStep) === null ? [] : [nextStep])];
  const title = 'The visit is cancelled, and no other is booked yet';
  const link = { address: addressOf(context), words: 'Book another' };
  return messagePage({ title, words: [because, `What you wrote: ${written.join('; ')}`], link }, frame);
}

async function update(context: Context<Env>): Promise<Response> {
  const { ask, form, session, frame } = context.var.desk;
  const found = await entryOf(context, ask);
  if (found instanceof Response) return found;
  const again = (faults: readonly FieldFault[], theirs: string | null, status: 400 | 409, kept = form) =>
    context.html(updatePage({ ...found, form: kept, faults, theirs }, frame), status);
  const change = changeOf(found.entry, form);
  if (!change.complete) return again(change.faults, null, 400);
  for (const [at, input] of change.inputs.entries()) {
    const answer = await ask('UpdateWaitingListEntry', { input });
    const told = toldOf(answer, answer.data?.updateWaitingListEntry);
    const came = told.done ? changed(told.value) : notChanged(told.because);
    if (came.state === 'done') continue;
    const answered = told.done || told.answered;
    if (at > 0 && answered) return context.html(halfDone(context, came.faults[0]?.words ?? ''), 409);
    // What was answered is another question from now on: under its key it would be answered as it was.
    return again(came.faults, came.theirs, 409, answered ? withoutKey(form) : form);
  }
  session.banner = 'The entry is updated.';
  return context.redirect('/waiting-lists', 303);
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
  routes.post('/waiting-lists/:child/:entry/update', update);
  routes.get('/waiting-lists/:child/:entry/history.csv', lifeFile);
  return routes;
}
