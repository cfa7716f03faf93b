import { type Context, Hono } from 'hono';
import { type FieldFault, withoutKey } from '../component/form.js';
import type { Env } from '../desk.js';
import { toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { dayText, daysFrom } from '../words/dates.js';
import { typed } from '../words/typed.js';
import { agendaItemPage } from './agenda-item.page.js';
import { itemView } from './agenda-item.view.js';
import { agendaDays } from './school.view.js';
import { withoutSchool } from './without-school.js';

type Form = Readonly<Record<string, string>>;

/** The page of an item as it is now, with what was typed and what is wrong with it. */
async function showItem(
  context: Context<Env>,
  form: Form = {},
  faults: readonly FieldFault[] = [],
  status: 200 | 400 | 409 = 200,
): Promise<Response> {
  const { ask, frame, today } = context.var.desk;
  const urn = context.req.param('urn') ?? '';
  const answer = await ask('SchoolAgenda', { urn, coming: daysFrom(today, agendaDays) });
  const without = withoutSchool(answer, frame);
  if (without) return context.html(without.page, without.status);
  const view = itemView(answer, context.req.param('item') ?? '');
  if (view.item.kind === 'none') return context.html(messagePage(messages.notFound, frame), 404);
  const name = answer.data?.school?.name ?? '';
  return context.html(agendaItemPage({ urn, name, today, view, form, faults }, frame), status);
}

/** The item as it was seen, and the key of the form. */
const seen = (context: Context<Env>) => {
  const { form } = context.var.desk;
  return {
    id: context.req.param('item') ?? '',
    expectedVersion: Number(form['version']),
    idempotencyKey: form['idempotencyKey'] ?? '',
  };
};

/** What the hub did not take: the form again, and as the same question only where it may have been taken. */
function notTaken(context: Context<Env>, field: string, told: { because: string; answered: boolean }) {
  const { form } = context.var.desk;
  return showItem(context, told.answered ? withoutKey(form) : form, [{ field, words: told.because }], 409);
}

async function recordOutcome(context: Context<Env>): Promise<Response> {
  const { ask, form, session } = context.var.desk;
  const outcome = typed(form['outcome']);
  if (outcome === null) return showItem(context, form, [{ field: 'outcome', words: 'Enter what was decided.' }], 400);
  const answer = await ask('RecordOutcome', { ...seen(context), outcome });
  const told = toldOf(answer, answer.data?.recordOutcome);
  if (!told.done) return notTaken(context, 'outcome', told);
  session.banner = `It is written down. The child stays on the agenda: it ends on ${dayText(told.value.until)}.`;
  return context.redirect(`/schools/${context.req.param('urn') ?? ''}`, 303);
}

async function keepItem(context: Context<Env>): Promise<Response> {
  const { ask, form, session } = context.var.desk;
  const answer = await ask('RenewAgendaItem', { ...seen(context), reason: typed(form['reason']) });
  const told = toldOf(answer, answer.data?.renewAgendaItem);
  if (!told.done) return notTaken(context, 'reason', told);
  session.banner = `The child is kept on the agenda: it ends on ${dayText(told.value.until)}.`;
  return context.redirect(`/schools/${context.req.param('urn') ?? ''}`, 303);
}

/** One item of an agenda: what was decided of it so far, and keeping it on. */
export function agendaItemRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  const item = '/schools/:urn/agenda/:item{[0-9a-f-]{36}}';
  routes.get(item, (context) => showItem(context));
  routes.post(`${item}/outcome`, recordOutcome);
  routes.post(`${item}/keep`, keepItem);
  return routes;
}
