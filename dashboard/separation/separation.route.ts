import { type Context, Hono } from 'hono';
import { type FieldFault, withoutKey } from '../component/form.js';
import { csvAnswer } from '../csv/csv-answer.js';
import { type Env, isRefusedAt } from '../desk.js';
import { type Answer, leavesOpen } from '../gateway/answer.js';
import type { Ask } from '../gateway/ask.js';
import type { SeparationsQuery } from '../gateway/operations.generated.js';
import { faultAt, within } from '../gateway/shown.js';
import { toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { menuOf } from '../layout/role-menu.js';
import { notProven } from '../sign-in/not-proven.js';
import { dayText } from '../words/dates.js';
import { nameText } from '../words/names.js';
import { disclosuresOf, fileDisclosureColumns, recordColumns } from './separation.table.js';
import { type Child, partedBefore, separationFaults, tickedOf } from './separation.view.js';
import { separationPage } from './separation.page.js';
import { separationsPage } from './separations.page.js';

interface Found {
  readonly child: Child;
  readonly separations: Answer<SeparationsQuery>;
}

/** One child's records, and what was parted of them before; a page that says why not, otherwise. */
async function recordsOf(context: Context<Env>, ask: Ask): Promise<Found | Response> {
  const { frame } = context.var.desk;
  const id = context.req.param('id') ?? '';
  const [records, separations] = await Promise.all([ask('SourceRecords', { id }), ask('Separations', { childId: id })]);
  if (isRefusedAt(separations, 'separations')) return context.html(messagePage(messages.refused, frame), 403);
  const child = records.data?.child;
  const unheard = leavesOpen(faultAt(records.faults, ['child', 'sourceRecords']));
  if (unheard) return context.html(messagePage(messages.noGateway, frame), 503);
  // Whoever sees the child, and is no reviewer of it, is told nothing of its records: the address is of nothing for them.
  if (!child?.sourceRecords || child.sourceRecords.length === 0)
    return context.html(messagePage(messages.notFound, frame), 404);
  return { child, separations };
}

interface Shows {
  readonly faults: readonly FieldFault[];
  readonly form: Readonly<Record<string, string>>;
  readonly status: 200 | 400 | 409;
}

async function show(context: Context<Env>, { faults, form, status }: Shows): Promise<Response> {
  const { ask, frame, proven } = context.var.desk;
  const found = await recordsOf(context, ask);
  if (found instanceof Response) return found;
  return context.html(separationPage({ ...found, form, faults, proven }, frame), status);
}

/** What each source says of the child, as a file. */
async function recordsFile(context: Context<Env>): Promise<Response> {
  const { askForFile, today } = context.var.desk;
  const found = await recordsOf(context, askForFile);
  if (found instanceof Response) return found;
  return csvAnswer(context, {
    ...{ name: 'records', title: `What each source says: ${nameText(found.child.name)}`, columns: recordColumns },
    ...{ basis: 'Records that are taken for this child’s, the eldest first.', period: `On ${dayText(today)}` },
    ...{ asAt: dayText(today), rows: { kind: 'held', value: found.child.sourceRecords ?? [] } },
  });
}

/** Who was shown records of two as one child's, as a file. */
async function disclosuresFile(context: Context<Env>): Promise<Response> {
  const { askForFile, today } = context.var.desk;
  const found = await recordsOf(context, askForFile);
  if (found instanceof Response) return found;
  return csvAnswer(context, {
    ...{ name: 'disclosures', title: 'Who was shown records of both meanwhile, the earliest first of each separation' },
    ...{ basis: `Records that were taken for one child’s: ${nameText(found.child.name)}.` },
    ...{ period: 'While they were joined', asAt: dayText(today), columns: fileDisclosureColumns },
    rows: within(partedBefore(found.separations), disclosuresOf, false),
  });
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
  routes.get('/separations/:id/records.csv', recordsFile);
  routes.get('/separations/:id/disclosures.csv', disclosuresFile);
  routes.post('/separations/:id', part);
  return routes;
}
