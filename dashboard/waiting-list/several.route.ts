import { type Context, Hono } from 'hono';
import { type FieldFault, withoutKey } from '../component/form.js';
import type { Env } from '../desk.js';
import { toldOf } from '../gateway/told.js';
import { pageOf } from '../sign-in/form-token.js';
import { askedBy, pageSize, waitingFilter } from './list-filter.js';
import { severalAgainPage, severalDonePage } from './several.page.js';
import { boxesAgain, changesOf, everyStep, outcomesOf, tickedOf } from './several.view.js';
import type { Entry } from './waiting-list.table.js';

/** What stood on the list that a form was sent from: none, where it cannot be asked now. */
async function listed(context: Context<Env>): Promise<readonly Entry[]> {
  const { ask, form } = context.var.desk;
  const [, query = ''] = (pageOf(form['token']) ?? '').split('?');
  const { after = null, ...chosen } = Object.fromEntries(new URLSearchParams(query));
  const filter = askedBy(waitingFilter(chosen));
  const { data } = await ask('WaitingList', { filter, first: pageSize, after });
  return data?.waitingList?.edges.map(({ node }) => node) ?? [];
}

async function updateSeveral(context: Context<Env>): Promise<Response> {
  const { ask, form, frame } = context.var.desk;
  const ticked = tickedOf(form);
  const again = async (faults: readonly FieldFault[], status: 400 | 409, kept = form) => {
    const boxes = boxesAgain(ticked, ticked.length === 0 ? await listed(context) : []);
    return context.html(severalAgainPage({ boxes, form: kept, steps: everyStep(form), faults }, frame), status);
  };
  const change = changesOf(form);
  if (!change.complete) return again(change.faults, 400);
  const answer = await ask('UpdateWaitingListEntries', { inputs: change.inputs });
  const told = toldOf(answer, answer.data?.updateWaitingListEntries);
  if (!told.done)
    return again([{ field: 'ticked', words: told.because }], 409, told.answered ? withoutKey(form) : form);
  return context.html(severalDonePage(outcomesOf(ticked, told.value), frame));
}

/** Recording the same of several waits: each is changed by itself, and each is answered for. */
export function severalRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.post('/waiting-lists/several', updateSeveral);
  return routes;
}
