import { type Context, Hono } from 'hono';
import { childOrPage } from '../child/absent-child.js';
import type { FieldFault } from '../component/form.js';
import type { Env } from '../desk.js';
import { toldOf } from '../gateway/told.js';
import { isDay } from '../words/dates.js';
import { nameText } from '../words/names.js';
import { typed } from '../words/typed.js';
import { agendaForm } from './agenda-form.page.js';
import { notSaved } from './without-school.js';

const badMeeting: FieldFault = {
  field: 'meetingOn',
  words: 'Enter a day on which the school is open, from today to a year ahead, or leave it out.',
};

/** What of an item for the agenda is missing, or cannot be. */
export function agendaFaults(form: Readonly<Record<string, string>>): FieldFault[] {
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
    return context.html(agendaForm({ urn, child, form, faults }, frame), 409);
  }
  session.banner = `${child.name} is on the agenda.`;
  return context.redirect(`/schools/${urn}`, 303);
}

async function closeItem(context: Context<Env>): Promise<Response> {
  const { ask, form, session, frame } = context.var.desk;
  const answer = await ask('CloseAgendaItem', {
    ...{
      id: context.req.param('item') ?? '',
      expectedVersion: Number(form['version']),
      outcome: typed(form['outcome']),
    },
    idempotencyKey: form['idempotencyKey'] ?? '',
  });
  const told = toldOf(answer, answer.data?.closeAgendaItem);
  if (!told.done) return context.html(notSaved(context.req.param('urn') ?? '', told.because, frame), 409);
  session.banner = 'It was talked about.';
  return context.redirect(`/schools/${context.req.param('urn') ?? ''}`, 303);
}

/** What a safeguarding lead decides has an answer, and a reason. */
async function decideItem(context: Context<Env>): Promise<Response> {
  const { ask, form, session, frame } = context.var.desk;
  const again = (because: string, status: 400 | 409) =>
    context.html(notSaved(context.req.param('urn') ?? '', because, frame), status);
  const { opens } = form;
  const reason = typed(form['reason']);
  if (reason === null || (opens !== 'yes' && opens !== 'no'))
    return again('Choose whether the team may discuss the child, and say why. Go back, and send it again.', 400);
  const answer = await ask('DecideAgendaItem', {
    ...{
      id: context.req.param('item') ?? '',
      opens: opens === 'yes',
      reason,
      expectedVersion: Number(form['version']),
    },
    idempotencyKey: form['idempotencyKey'] ?? '',
  });
  const told = toldOf(answer, answer.data?.decideAgendaItem);
  if (!told.done) return again(told.because, 409);
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
