import { Hono } from 'hono';
import type { Env } from '../desk.js';
import { toldOf } from '../gateway/told.js';
import { severalAgainPage, severalDonePage } from './several.page.js';
import { changesOf, everyStep, outcomesOf, tickedOf } from './several.view.js';

/** Recording the same of several waits: each is changed by itself, and each is answered for. */
export function severalRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.post('/waiting-lists/several', async (context) => {
    const { ask, form, frame } = context.var.desk;
    const ticked = tickedOf(form);
    const change = changesOf(form);
    const again = { ticked, form, steps: everyStep };
    if (!change.complete) return context.html(severalAgainPage({ ...again, faults: change.faults }, frame), 400);
    const answer = await ask('UpdateWaitingListEntries', { inputs: change.inputs });
    const told = toldOf(answer, answer.data?.updateWaitingListEntries);
    if (!told.done)
      return context.html(
        severalAgainPage({ ...again, faults: [{ field: 'ticked', words: told.because }] }, frame),
        409,
      );
    return context.html(severalDonePage(outcomesOf(ticked, told.value), frame));
  });
  return routes;
}
