import { type Context, Hono } from 'hono';
import { type FieldFault, withoutKey } from '../component/form.js';
import type { Env } from '../desk.js';
import { toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { isDay } from '../words/dates.js';
import { provisionForm } from './provision-form.page.js';
import { provisionFaults } from './suspended.view.js';

/** Where a form may lead back to: one of the two lists it stands on. */
const backTo = (address: string | undefined): string =>
  address !== undefined && /^\/schools\/\d{6}\/suspensions$/.test(address) ? address : '/suspensions';

async function record(context: Context<Env>): Promise<Response> {
  const { ask, form, frame, session, today } = context.var.desk;
  const { childId = '', startedOn = '', provider = '', inPlaceOn = '' } = form;
  if (!isDay(startedOn)) return context.html(messagePage(messages.mistaken, frame), 400);
  const again = (faults: readonly FieldFault[], status: 400 | 409, answered = false) =>
    context.html(provisionForm({ form: answered ? withoutKey(form) : form, faults }, frame), status);
  const missing = provisionFaults(form, today);
  if (missing.length > 0) return again(missing, 400);
  const answer = await ask('RecordProvision', {
    ...{ childId, suspensionStartedOn: startedOn, provider, inPlaceOn },
    idempotencyKey: form['idempotencyKey'] ?? '',
  });
  const told = toldOf(answer, answer.data?.recordProvision);
  if (!told.done) return again([{ field: 'provider', words: told.because }], 409, told.answered);
  session.banner = 'The provision is recorded.';
  return context.redirect(backTo(form['back']), 303);
}

/** Saying that provision is in place, from the list it is missing in. What it is of stands in no address. */
export function provisionRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.post('/suspensions/provision', record);
  return routes;
}
