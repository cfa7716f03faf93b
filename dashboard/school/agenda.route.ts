import { type Context, Hono } from 'hono';
import { childOrPage } from '../child/absent-child.js';
import { type FieldFault, withoutKey } from '../component/form.js';
import type { Env } from '../desk.js';
import { type Told, toldOf } from '../gateway/told.js';
import { daysFrom, isDay } from '../words/dates.js';
import { nameText } from '../words/names.js';
import { typed } from '../words/typed.js';
import { type AgendaAct, agendaAgainPage } from './agenda-again.page.js';
import { agendaForm } from './agenda-form.page.js';
import { itemView } from './agenda-item.view.js';
import { agendaDays } from './school.view.js';

type Form = Readonly<Record<string, string>>;
type NotDone = Exclude<Told<unknown>, { readonly done: true }>;

const badMeeting: FieldFault = {
  field: 'meetingOn',
  words: 'Enter a day on which the school is open, from today to a year ahead, or leave it out.',
};

/** What of an item for the agenda is missing, or cannot be. */
export function agendaFaults(form: Form): FieldFault[] {
  const meetingOn = typed(form['meetingOn']);
  const faults: FieldFault[] = [];
  if (typed(form['reason']) === null)
    faults.push({ field: 'reason', words: 'Enter why the child should be talked about.' });
  if (meetingOn !== null && !isDay(meetingOn)) faults.push(badMeeting);
  return faults;
}

/** What the hub says of an item it does not take, at the field it is about. */
const refusedAt = (because: string): FieldFault =>
  because.startsWith('meetingOn ') ? badMeeting : { field: 'reason', words: because };

async function newItem(context: Context<Env>): Promise<Response> {
  const { frame } = context.var.desk;
  const found = await childOrPage(context, context.req.query('child') ?? '');
  if (found instanceof Response) return found;
  const child = { id: found.id, name: nameText(found.name) };
  return context.html(agendaForm({ urn: context.req.param('urn') ?? '', child, form: {}, faults: [] }, frame));
}

async function addItem(context: Context<Env>): Promise<Response> {
  const { ask, frame, form, session } = context.var.desk;
  const urn = context.req.param('urn') ?? '';
  const child = { id: form['childId'] ?? '', name: form['childName'] ?? '' };
  const missing = agendaFaults(form);
  if (missing.length > 0) return context.html(agendaForm({ urn, child, form, faults: missing }, frame), 400);
  const answer = await ask('AddToAgenda', {
    ...{ schoolUrn: urn, childId: child.id, reason: typed(form['reason']) ?? '' },
    ...{ childVoice: typed(form['childVoice']), parentVoice: typed(form['parentVoice']) },
    ...{ meetingOn: typed(form['meetingOn']), idempotencyKey: form['idempotencyKey'] ?? '' },
  });
  const told = toldOf(answer, answer.data?.addToAgenda);
  if (!told.done) {
    const faults = [refusedAt(told.because)];
    // What was answered is another question from now on: under its key it would be answered as it was.
    const kept = told.answered ? withoutKey(form) : form;
    return context.html(agendaForm({ urn, child, form: kept, faults }, frame), 409);
  }
  session.banner = `${child.name} is on the agenda.`;
  return context.redirect(`/schools/${urn}`, 303);
}

/** The item that is changed, in the version that was seen, and the key of the form. */
const seen = (context: Context<Env>) => {
  const { form } = context.var.desk;
  return {
    id: context.req.param('item') ?? '',
    expectedVersion: Number(form['version']),
    idempotencyKey: form['idempotencyKey'] ?? '',
  };
};

interface Again {
  readonly act: AgendaAct;
  readonly faults: readonly FieldFault[];
  readonly status: 400 | 409;
  /** The version and the words of another question; those that were sent, where they are left out. */
  readonly version?: string;
  readonly kept?: Form;
}

/** A form that was not taken, as it was sent: nothing has to be asked for it, so nothing is lost where nothing answers. */
function again(context: Context<Env>, { act, faults, status, ...anew }: Again): Response {
  const { form, frame } = context.var.desk;
  const { version = form['version'] ?? '', kept = form } = anew;
  const of = { act, urn: context.req.param('urn') ?? '', item: context.req.param('item') ?? '' };
  return context.html(agendaAgainPage({ ...of, version, form: kept, faults }, frame), status);
}

/** What the hub did not take: where it answered, as another question about the item as it stands now. */
async function notTaken(context: Context<Env>, act: AgendaAct, field: string, told: NotDone): Promise<Response> {
  const { ask, form, today } = context.var.desk;
  const of = { act, faults: [{ field, words: told.because }], status: 409 as const };
  if (!told.answered) return again(context, of);
  const urn = context.req.param('urn') ?? '';
  const agenda = await ask('SchoolAgenda', { urn, coming: daysFrom(today, agendaDays) });
  const { item } = itemView(agenda, context.req.param('item') ?? '');
  const now = item.kind === 'held' ? { version: String(item.value.version) } : {};
  return again(context, { ...of, ...now, kept: withoutKey(form) });
}

async function closeItem(context: Context<Env>): Promise<Response> {
  const { ask, form, session } = context.var.desk;
  const answer = await ask('CloseAgendaItem', { ...seen(context), outcome: typed(form['outcome']) });
  const told = toldOf(answer, answer.data?.closeAgendaItem);
  if (!told.done) return notTaken(context, 'close', 'outcome', told);
  session.banner = 'It was talked about.';
  return context.redirect(`/schools/${context.req.param('urn') ?? ''}`, 303);
}

/** What a safeguarding lead decides has an answer, and a reason. */
function decisionFaults({ opens, reason }: Form): FieldFault[] {
  const faults: FieldFault[] = [];
  if (opens !== 'yes' && opens !== 'no')
    faults.push({ field: 'opens', words: 'Choose whether the team may discuss the child.' });
  if (typed(reason) === null) faults.push({ field: 'reason', words: 'Enter why.' });
  return faults;
}

async function decideItem(context: Context<Env>): Promise<Response> {
  const { ask, form, session } = context.var.desk;
  const missing = decisionFaults(form);
  if (missing.length > 0) return again(context, { act: 'decide', faults: missing, status: 400 });
  const decision = { opens: form['opens'] === 'yes', reason: typed(form['reason']) ?? '' };
  const answer = await ask('DecideAgendaItem', { ...seen(context), ...decision });
  const told = toldOf(answer, answer.data?.decideAgendaItem);
  if (!told.done) return notTaken(context, 'decide', 'reason', told);
  session.banner = 'It is decided.';
  return context.redirect(`/schools/${context.req.param('urn') ?? ''}`, 303);
}

/** The agenda of a school’s team: who is put on it, and what came of it. */
export function agendaRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/schools/:urn/agenda/new', newItem);
  routes.post('/schools/:urn/agenda/new', addItem);
  routes.post('/schools/:urn/agenda/:item/close', closeItem);
  routes.post('/schools/:urn/agenda/:item/decide', decideItem);
  return routes;
}
