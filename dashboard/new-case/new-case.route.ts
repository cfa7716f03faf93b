import { type Context, Hono } from 'hono';
import { type FieldFault, withoutKey } from '../component/form.js';
import { type Env, isRefusedAt } from '../desk.js';
import type { IdentifierType } from '../gateway/operations.generated.js';
import { toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { isReviewer, kindsOf, newCaseFaults, nobody } from './new-case.view.js';
import { newCasePage } from './new-case.page.js';

async function take(context: Context<Env>): Promise<Response> {
  const { ask, frame, form, session } = context.var.desk;
  const { role } = frame.viewer;
  // What is sent after an answer is another question: under the key of this one it would be answered as this one was.
  const again = (faults: readonly FieldFault[], status: 400 | 409, answered = false) =>
    context.html(newCasePage({ form: answered ? withoutKey(form) : form, faults }, frame), status);
  const missing = newCaseFaults(form, role);
  if (missing.length > 0) return again(missing, 400);
  const answer = await ask('ClaimRelationship', {
    // One of the kinds of the role: looked at above.
    ...{ identifierType: form['identifierType'] as IdentifierType, identifier: (form['identifier'] ?? '').trim() },
    ...{ dateOfBirth: form['dateOfBirth'] ?? '', reason: form['reason'] ?? '' },
    idempotencyKey: form['idempotencyKey'] ?? '',
  });
  if (isRefusedAt(answer, 'claimRelationship')) return context.html(messagePage(messages.refused, frame), 403);
  const found = answer.data?.claimRelationship;
  if (found === null && answer.faults.length === 0) return again([{ field: 'identifier', words: nobody }], 409, true);
  const told = toldOf(answer, found);
  if (!told.done) return again([{ field: 'identifier', words: told.because }], 409, told.answered);
  session.banner = 'You see this child for eight hours. Those responsible have been told.';
  return context.redirect(isReviewer(role) ? `/separations/${told.value.id}` : `/children/${told.value.id}`, 303);
}

/** Taking a child on as a new case, or up as two taken for one. The number is in no address. */
export function newCaseRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.use('/new-case', async (context, next) => {
    const { frame } = context.var.desk;
    if (kindsOf(frame.viewer.role).length === 0) return context.html(messagePage(messages.refused, frame), 403);
    await next();
    return undefined;
  });
  routes.get('/new-case', (context) => context.html(newCasePage({ form: {}, faults: [] }, context.var.desk.frame)));
  routes.post('/new-case', take);
  return routes;
}
