import { type Context, Hono } from 'hono';
import { type FieldFault, withoutKey } from '../component/form.js';
import { type Env, isRefusedAt } from '../desk.js';
import { faultAt } from '../gateway/shown.js';
import { toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { menuOf } from '../layout/role-menu.js';
import { notProven } from '../sign-in/not-proven.js';
import { separationFaults, tickedOf } from './separation.view.js';
import { separationPage } from './separation.page.js';
import { separationsPage } from './separations.page.js';

/** The page of one child's records; one that says why not, otherwise. */
async function show(
  context: Context<Env>,
  {
    faults,
    form,
    status,
  }: { faults: readonly FieldFault[]; form: Readonly<Record<string, string>>; status: 200 | 400 | 409 },
): Promise<Response> {
  const { ask, frame, proven } = context.var.desk;
  const id = context.req.param('id') ?? '';
  const [records, separations] = await Promise.all([ask('SourceRecords', { id }), ask('Separations', { childId: id })]);
  if (isRefusedAt(separations, 'separations')) return context.html(messagePage(messages.refused, frame), 403);
  const child = records.data?.child;
  const unheard = faultAt(records.faults, ['child', 'sourceRecords'])?.code === 'SUBGRAPH_UNAVAILABLE';
  if (unheard) return context.html(messagePage(messages.noGateway, frame), 503);
  // Whoever sees the child, and is no reviewer of it, is told nothing of its records: the address is of nothing for them.
  if (!child?.sourceRecords || child.sourceRecords.length === 0)
    return context.html(messagePage(messages.notFound, frame), 404);
  return context.html(separationPage({ child, separations, form, faults, proven }, frame), status);
}

async function part(context: Context<Env>): Promise<Response> {
  const { ask, frame, form, proven, session } = context.var.desk;
  const childId = context.req.param('id') ?? '';
  if (!proven) return context.html(notProven(`/separations/${childId}`, frame), 403);
  const { data } = await ask('SourceRecords', { id: childId });
  const missing = separationFaults(form, data?.child?.sourceRecords ?? []);
  if (missing.length > 0) return show(context, { faults: missing, form, status: 400 });
  const answer = await ask('SeparateChildren', {
    ...{ childId, sourceRecordIds: tickedOf(form), expectedVersion: Number(form['expectedVersion']) },
    ...{ reason: form['reason'] ?? '', idempotencyKey: form['idempotencyKey'] ?? '' },
  });
  const told = toldOf(answer, answer.data?.separateChildren);
  if (!told.done) {
    const faults = [{ field: 'records', words: told.because }];
    return show(context, { faults, form: told.answered ? withoutKey(form) : form, status: 409 });
  }
  session.banner = 'The records are parted: each child has their own again.';
  return context.redirect(`/separations/${childId}`, 303);
}

/** Records that were taken for one child's, and are parted again. */
export function separationRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/separations', (context) => {
    const { frame, session } = context.var.desk;
    const reviews = menuOf(frame.viewer).some(({ address }) => address === '/separations');
    if (!reviews) return context.html(messagePage(messages.refused, frame), 403);
    return context.html(separationsPage(session.decided ?? [], frame));
  });
  routes.get('/separations/:id', (context) => show(context, { faults: [], form: {}, status: 200 }));
  routes.post('/separations/:id', part);
  return routes;
}
