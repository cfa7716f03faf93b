import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { FieldFault } from '../component/form.js';
import { csvAnswer } from '../csv/csv-answer.js';
import { type Env, isRefusedAt } from '../desk.js';
import { absenceIn, shown } from '../gateway/shown.js';
import { toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { dayText } from '../words/dates.js';
import { conflictsPage, takeId } from './conflicts.page.js';
import { conflictColumns } from './conflicts.table.js';

const back = { address: '/waiting-lists/conflicts', words: 'Back to where a file says otherwise' };
const side = z.enum(['FILE', 'HUB']);
const said = { FILE: 'The file’s word was taken.', HUB: 'What stands here was kept.' } as const;

const notSaved = (because: string) => ({ title: 'It was not saved', words: [because], link: back });

async function show(context: Context<Env>, faults: readonly FieldFault[] = []): Promise<Response> {
  const { ask, frame } = context.var.desk;
  const answer = await ask('WaitingListConflicts', {});
  if (isRefusedAt(answer, 'waitingListConflicts')) return context.html(messagePage(messages.refused, frame), 403);
  return context.html(conflictsPage(answer, faults, frame), faults.length > 0 ? 400 : 200);
}

async function file(context: Context<Env>): Promise<Response> {
  const { askForFile, frame, today } = context.var.desk;
  const answer = await askForFile('WaitingListConflicts', {});
  const path = ['waitingListConflicts'];
  if (isRefusedAt(answer, 'waitingListConflicts')) return context.html(messagePage(messages.refused, frame), 403);
  return csvAnswer(context, {
    ...{ name: 'waiting-list-conflicts', title: 'Where a file says otherwise' },
    basis: 'Waits on the lists that your provider keeps, of which its file told an older step than was recorded here.',
    ...{ period: `Those not settled on ${dayText(today)}`, asAt: dayText(today) },
    columns: conflictColumns(absenceIn(answer.faults, path, false)),
    rows: shown({ answer, path, domain: 'HEALTH', value: answer.data?.waitingListConflicts, seesAll: true }),
  });
}

async function settle(context: Context<Env>): Promise<Response> {
  const { ask, form, frame, session } = context.var.desk;
  const take = side.safeParse(form['take']);
  const at = takeId(context.req.param('id') ?? '');
  if (!take.success) return show(context, [{ field: 'take', words: 'Say which of the two holds.', at }]);
  const answer = await ask('SettleConflict', {
    ...{ id: context.req.param('id') ?? '', take: take.data },
    ...{ expectedVersion: Number(form['version']), idempotencyKey: form['idempotencyKey'] ?? '' },
  });
  const told = toldOf(answer, answer.data?.settleConflict);
  if (!told.done) return context.html(messagePage(notSaved(told.because), frame), 409);
  session.banner = said[take.data];
  return context.redirect(back.address, 303);
}

/** Where a provider’s file and the hub say two things of a wait: which of them holds. */
export function conflictRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/waiting-lists/conflicts', (context) => show(context));
  routes.get('/waiting-lists/conflicts.csv', file);
  routes.post('/waiting-lists/conflicts/:id', settle);
  return routes;
}
