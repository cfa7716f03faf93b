import { type Context, Hono } from 'hono';
import { withoutKey } from '../component/form.js';
import { type Env, isMistaken, isRefused } from '../desk.js';
import { type Told, toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { pageOf } from '../sign-in/form-token.js';
import { typed } from '../words/typed.js';
import { noticePage, riskId } from './notice.page.js';

const pageSize = 25;

async function show(context: Context<Env>): Promise<Response> {
  const { ask, frame } = context.var.desk;
  const read = context.req.query('show') === 'read';
  const after = context.req.query('after') ?? null;
  const answer = await ask('Notices', { read, first: pageSize, after });
  if (isRefused(answer)) return context.html(messagePage(messages.refused, frame), 403);
  if (isMistaken(answer)) return context.html(messagePage(messages.mistaken, frame), 400);
  return context.html(noticePage({ answer, read, pageSize, first: after === null, sent: null }, frame));
}

/** The notices as they stood, with what was written of one that was not marked; by itself, where it is not among them any more. */
async function notMarked(context: Context<Env>, { because, answered }: Exclude<Told<unknown>, { done: true }>) {
  const { ask, frame, form } = context.var.desk;
  const id = context.req.param('id') ?? '';
  const [, query = ''] = (pageOf(form['token']) ?? '').split('?');
  const after = new URLSearchParams(query).get('after');
  const answer = await ask('Notices', { read: false, first: pageSize, after });
  const words = typed(form['riskConsidered']);
  if (answer.data?.notices?.some((notice) => notice.id === id && notice.readAt === null)) {
    const fault = { field: 'riskConsidered', words: because, at: riskId(id) };
    const sent = { id, form: answered ? withoutKey(form) : form, fault };
    return context.html(noticePage({ answer, read: false, pageSize, first: after === null, sent }, frame), 409);
  }
  const written = words === null ? [] : [`What you wrote was not kept: “${words}”`];
  return context.html(messagePage({ title: 'The notice was not marked', words: [because, ...written] }, frame), 409);
}

async function mark(context: Context<Env>): Promise<Response> {
  const { ask, session, form } = context.var.desk;
  const answer = await ask('MarkNoticeRead', {
    id: context.req.param('id') ?? '',
    riskConsidered: typed(form['riskConsidered']),
    expectedVersion: Number(form['version']),
    idempotencyKey: form['idempotencyKey'] ?? '',
  });
  const told = toldOf(answer, answer.data?.markNoticeRead);
  if (!told.done) return notMarked(context, told);
  session.banner = 'The notice is marked as read.';
  return context.redirect('/notices', 303);
}

/** What somebody must be told: in the hub alone. */
export function noticeRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/notices', show);
  routes.post('/notices/:id', mark);
  return routes;
}
