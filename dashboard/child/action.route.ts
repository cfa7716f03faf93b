import { type Context, Hono } from 'hono';
import { type FieldFault, withoutKey } from '../component/form.js';
import type { Env } from '../desk.js';
import { toldOf } from '../gateway/told.js';
import type { Way } from '../layout/layout.js';
import { messagePage } from '../layout/message-page.js';
import { isDay } from '../words/dates.js';
import { typed } from '../words/typed.js';
import { nameText } from '../words/names.js';
import { childOrPage } from './absent-child.js';
import { actionForm } from './action-form.page.js';

type Form = Readonly<Record<string, string>>;

/** What of an action is missing, or cannot be. */
export function actionFaults({ what = '', owner = '', dueOn = '' }: Form, today: string): FieldFault[] {
  const faults: FieldFault[] = [];
  if (what.trim() === '') faults.push({ field: 'what', words: 'Enter what is to be done.' });
  if (owner.trim() === '') faults.push({ field: 'owner', words: 'Enter who is to do it.' });
  if (dueOn !== '' && !isDay(dueOn))
    faults.push({ field: 'dueOn', words: 'Enter the day by which as a date, or leave it out.' });
  if (isDay(dueOn) && dueOn < today) faults.push({ field: 'dueOn', words: 'Enter a day that is not past.' });
  return faults;
}

const addressOf = (id: string): string => `/children/${id}/actions/new`;

const backTo = (id: string): Way => ({ address: `/children/${id}`, words: 'Back to the child' });

/** Says of an action that it was done. */
async function completeAction(context: Context<Env>): Promise<Response> {
  const { ask, frame, form, session } = context.var.desk;
  const answer = await ask('CompleteAction', {
    ...{ id: context.req.param('action') ?? '', expectedVersion: Number(form['version']) },
    idempotencyKey: form['idempotencyKey'] ?? '',
  });
  const told = toldOf(answer, answer.data?.completeAction);
  const id = context.req.param('id') ?? '';
  if (!told.done)
    return context.html(
      messagePage({ title: 'It was not saved', words: [told.because], link: backTo(id) }, frame),
      409,
    );
  session.banner = 'The action is done.';
  return context.redirect(`/children/${id}`, 303);
}

/** What was agreed for a child: what, who, by when. */
export function actionRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/children/:id/actions/new', async (context) => {
    const child = await childOrPage(context, context.req.param('id'));
    if (child instanceof Response) return child;
    const { id, name } = child;
    return context.html(
      actionForm(
        { address: addressOf(id), name: nameText(name), back: backTo(id), form: {}, faults: [] },
        context.var.desk.frame,
      ),
    );
  });
  routes.post('/children/:id/actions/new', async (context) => {
    const { ask, frame, form, session, today } = context.var.desk;
    const id = context.req.param('id');
    const page = { address: addressOf(id), name: form['childName'] ?? '', back: backTo(id) };
    const again = (faults: readonly FieldFault[], status: 400 | 409, kept: Form = form) =>
      context.html(actionForm({ ...page, form: kept, faults }, frame), status);
    const missing = actionFaults(form, today);
    if (missing.length > 0) return again(missing, 400);
    const { organisation } = frame.viewer;
    const answer = await ask('RecordAction', {
      ...{ schoolUrn: organisation.kind === 'school' ? organisation.id : null, childId: id, what: form['what'] ?? '' },
      ...{ owner: form['owner'] ?? '', dueOn: typed(form['dueOn']), idempotencyKey: form['idempotencyKey'] ?? '' },
    });
    const told = toldOf(answer, answer.data?.recordAction);
    if (!told.done) {
      const kept = told.answered ? withoutKey(form) : form;
      return again([{ field: 'what', words: told.because }], 409, kept);
    }
    session.banner = 'The action is recorded.';
    return context.redirect(`/children/${id}`, 303);
  });
  routes.post('/children/:id/actions/:action/done', completeAction);
  return routes;
}
