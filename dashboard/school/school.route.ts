import { type Context, Hono } from 'hono';
import { childOrPage } from '../child/absent-child.js';
import type { FieldFault } from '../component/form.js';
import { type Desk, type Env, isRefused } from '../desk.js';
import { faultAt } from '../gateway/shown.js';
import { toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { isDay, mondayOf } from '../words/dates.js';
import { nameText } from '../words/names.js';
import { typed } from '../words/typed.js';
import { agendaForm } from './agenda-form.page.js';
import { schoolPage, schoolsPage } from './school.page.js';

/** What of an item for the agenda is missing. */
export function agendaFaults(form: Readonly<Record<string, string>>): FieldFault[] {
  return typed(form['reason']) === null
    ? [{ field: 'reason', words: 'Enter why the child should be talked about.' }]
    : [];
}

async function showSchool(urn: string, asked: string | undefined, { ask, frame, today }: Desk) {
  const bad = asked !== undefined && !isDay(asked);
  const week = mondayOf(asked === undefined || bad ? today : asked);
  const [team, attention] = await Promise.all([ask('SchoolTeam', { urn }), ask('SchoolAttention', { urn, week })]);
  if (isRefused(team)) return { status: 403 as const, page: messagePage(messages.refused, frame) };
  if (!team.data?.school) {
    const fault = faultAt(team.faults, ['school']);
    return fault?.code === 'SUBGRAPH_UNAVAILABLE'
      ? { status: 503 as const, page: messagePage(messages.noGateway, frame) }
      : { status: 404 as const, page: messagePage(messages.notFound, frame) };
  }
  const note = bad ? 'The week in the address is no date: this week is shown.' : null;
  return { status: 200 as const, page: schoolPage({ urn, week, team, attention, note }, frame) };
}

async function newItem(context: Context<Env>): Promise<Response> {
  const found = await childOrPage(context, context.req.query('child') ?? '');
  if (found instanceof Response) return found;
  const child = { id: found.id, name: nameText(found.name) };
  const form = agendaForm({ urn: context.req.param('urn') ?? '', child, form: {}, faults: [] }, context.var.desk.frame);
  return context.html(form);
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
    idempotencyKey: form['idempotencyKey'] ?? '',
  });
  const told = toldOf(answer, answer.data?.addToAgenda);
  if (!told.done) {
    const faults = [{ field: 'reason', words: told.because }];
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
  if (!told.done) return context.html(messagePage({ title: 'It was not saved', words: [told.because] }, frame), 409);
  session.banner = 'It was talked about.';
  return context.redirect(`/schools/${context.req.param('urn') ?? ''}`, 303);
}

/** A school’s page: who needs the team this week, and what it promised. */
export function schoolRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/schools', (context) => {
    const urn = context.req.query('urn');
    if (urn !== undefined && /^\d{1,10}$/.test(urn)) return context.redirect(`/schools/${urn}`, 303);
    return context.html(schoolsPage(urn, context.var.desk.frame), urn === undefined ? 200 : 400);
  });
  routes.get('/schools/:urn', async (context) => {
    const { page, status } = await showSchool(context.req.param('urn'), context.req.query('week'), context.var.desk);
    return context.html(page, status);
  });
  routes.get('/schools/:urn/agenda/new', newItem);
  routes.post('/schools/:urn/agenda/new', addItem);
  routes.post('/schools/:urn/agenda/:item/close', closeItem);
  return routes;
}
