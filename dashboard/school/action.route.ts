import { type Context, Hono } from 'hono';
import { childOrPage } from '../child/absent-child.js';
import { actionForm } from '../child/action-form.page.js';
import { actionFaults } from '../child/action.route.js';
import { withoutKey } from '../component/form.js';
import type { Env } from '../desk.js';
import { toldOf } from '../gateway/told.js';
import { nameText } from '../words/names.js';
import { typed } from '../words/typed.js';
import { backToSchool, notSaved } from './without-school.js';

const urnOf = (context: Context<Env>): string => context.req.param('urn') ?? '';

/** Where the form of a child’s action is sent, so that whoever fills it in comes back to the school. */
const addressOf = (context: Context<Env>, childId: string): string =>
  `/schools/${urnOf(context)}/actions/new?child=${encodeURIComponent(childId)}`;

async function newAction(context: Context<Env>): Promise<Response> {
  const { frame } = context.var.desk;
  const found = await childOrPage(context, context.req.query('child') ?? '');
  if (found instanceof Response) return found;
  const { id, name } = found;
  return context.html(
    actionForm(
      {
        address: addressOf(context, id),
        name: nameText(name),
        back: backToSchool(urnOf(context)),
        form: {},
        faults: [],
      },
      frame,
    ),
  );
}

async function addAction(context: Context<Env>): Promise<Response> {
  const { ask, frame, form, session, today } = context.var.desk;
  const [childId, name] = [context.req.query('child') ?? '', form['childName'] ?? ''];
  const page = { address: addressOf(context, childId), name, back: backToSchool(urnOf(context)), form };
  const missing = actionFaults(form, today);
  if (missing.length > 0) return context.html(actionForm({ ...page, faults: missing }, frame), 400);
  const answer = await ask('RecordAction', {
    ...{ schoolUrn: urnOf(context), childId, what: form['what'] ?? '', owner: form['owner'] ?? '' },
    ...{ dueOn: typed(form['dueOn']), idempotencyKey: form['idempotencyKey'] ?? '' },
  });
  const told = toldOf(answer, answer.data?.recordAction);
  if (!told.done) {
    const kept = told.answered ? withoutKey(form) : form;
    const faults = [{ field: 'what', words: told.because }];
    return context.html(actionForm({ ...page, form: kept, faults }, frame), 409);
  }
  session.banner = 'The action is recorded.';
  return context.redirect(`/schools/${urnOf(context)}`, 303);
}

async function completeAction(context: Context<Env>): Promise<Response> {
  const { ask, form, session, frame } = context.var.desk;
  const answer = await ask('CompleteAction', {
    ...{ id: context.req.param('action') ?? '', expectedVersion: Number(form['version']) },
    idempotencyKey: form['idempotencyKey'] ?? '',
  });
  const told = toldOf(answer, answer.data?.completeAction);
  if (!told.done) return context.html(notSaved(urnOf(context), told.because, frame), 409);
  session.banner = 'The action is done.';
  return context.redirect(`/schools/${urnOf(context)}`, 303);
}

/** What a school’s team agreed: recorded, and said to be done. */
export function schoolActionRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/schools/:urn/actions/new', newAction);
  routes.post('/schools/:urn/actions/new', addAction);
  routes.post('/schools/:urn/actions/:action/done', completeAction);
  return routes;
}
