import { Hono } from 'hono';
import { type Env, isMistaken, isRefused } from '../desk.js';
import { toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { typed } from '../words/typed.js';
import { noticePage } from './notice.page.js';

const pageSize = 25;

/** What somebody must be told: in the hub alone. */
export function noticeRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/notices', async (context) => {
    const { ask, frame } = context.var.desk;
    const read = context.req.query('show') === 'read';
    const after = context.req.query('after') ?? null;
    const answer = await ask('Notices', { read, first: pageSize, after });
    if (isRefused(answer)) return context.html(messagePage(messages.refused, frame), 403);
    if (isMistaken(answer)) return context.html(messagePage(messages.mistaken, frame), 400);
    return context.html(noticePage({ answer, read, pageSize, first: after === null }, frame));
  });
  routes.post('/notices/:id', async (context) => {
    const { ask, session, form } = context.var.desk;
    const answer = await ask('MarkNoticeRead', {
      id: context.req.param('id'),
      riskConsidered: typed(form['riskConsidered']),
      expectedVersion: Number(form['version']),
      idempotencyKey: form['idempotencyKey'] ?? '',
    });
    const told = toldOf(answer, answer.data?.markNoticeRead);
    session.banner = told.done ? 'The notice is marked as read.' : undefined;
    if (told.done) return context.redirect('/notices', 303);
    return context.html(
      messagePage({ title: 'The notice was not marked', words: [told.because] }, context.var.desk.frame),
      409,
    );
  });
  return routes;
}
