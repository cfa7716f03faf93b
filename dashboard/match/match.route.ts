import { type Context, Hono } from 'hono';
import { withoutKey } from '../component/form.js';
import { type Env, isMistaken, isRefusedAt } from '../desk.js';
import type { Answer } from '../gateway/answer.js';
import type { MatchReviewQuery } from '../gateway/operations.generated.js';
import { faultAt } from '../gateway/shown.js';
import { toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { notProven } from '../sign-in/not-proven.js';
import { typed } from '../words/typed.js';
import { mostDecided } from './decided.js';
import { decisionFaults, type Review } from './match.view.js';
import { matchPage } from './match.page.js';
import { matchQueuePage } from './match-queue.page.js';

const pageSize = 25;

interface Found {
  readonly review: Review;
  readonly answer: Answer<MatchReviewQuery>;
}

/** The review of an address; a page that says why not, otherwise. */
async function reviewOf(context: Context<Env>): Promise<Found | Response> {
  const { ask, frame } = context.var.desk;
  const answer = await ask('MatchReview', { id: context.req.param('id') ?? '' });
  if (isRefusedAt(answer, 'matchReview')) return context.html(messagePage(messages.refused, frame), 403);
  const review = answer.data?.matchReview;
  if (review) return { review, answer };
  return faultAt(answer.faults, ['matchReview'])?.code === 'SUBGRAPH_UNAVAILABLE'
    ? context.html(messagePage(messages.noGateway, frame), 503)
    : context.html(messagePage(messages.notFound, frame), 404);
}

async function showQueue(context: Context<Env>): Promise<Response> {
  const { ask, frame } = context.var.desk;
  const after = context.req.query('after') ?? null;
  const answer = await ask('MatchQueue', { first: pageSize, after });
  if (isRefusedAt(answer, 'matchReviews')) return context.html(messagePage(messages.refused, frame), 403);
  if (isMistaken(answer)) return context.html(messagePage(messages.mistaken, frame), 400);
  return context.html(matchQueuePage({ answer, pageSize, further: after !== null }, frame));
}

async function decide(context: Context<Env>): Promise<Response> {
  const { ask, frame, form, proven, session } = context.var.desk;
  const reviewId = context.req.param('id') ?? '';
  if (!proven) return context.html(notProven(`/matches/${reviewId}`, frame), 403);
  let kept = form;
  const missing = decisionFaults(form);
  if (missing.length === 0) {
    const answer = await ask('ConfirmMatch', {
      ...{ reviewId, expectedVersion: Number(form['expectedVersion']), reason: typed(form['reason']) },
      childId: form['whose'] === 'none' ? null : (form['whose'] ?? null),
      idempotencyKey: form['idempotencyKey'] ?? '',
    });
    const told = toldOf(answer, answer.data?.confirmMatch);
    if (told.done) {
      const words = told.value.state === 'CONFIRMED' ? 'The record is joined.' : 'They are kept apart.';
      const before = (session.decided ?? []).filter((one) => one.reviewId !== reviewId);
      session.decided = [{ reviewId, at: new Date().toISOString(), words }, ...before].slice(0, mostDecided);
      session.banner = words;
      return context.redirect(`/matches/${reviewId}`, 303);
    }
    missing.push({ field: 'whose', words: told.because });
    if (told.answered) kept = withoutKey(form);
  }
  const found = await reviewOf(context);
  if (found instanceof Response) return found;
  // What stood in the form is of no use where the review is over: nothing of it is to be corrected.
  const overtaken = found.review.state !== 'OPEN';
  const page = matchPage({ ...found, form: kept, faults: overtaken ? [] : missing, proven, overtaken }, frame);
  return context.html(page, overtaken ? 409 : 400);
}

/** Records that wait for a person to say whose they are. */
export function matchRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/matches', showQueue);
  routes.get('/matches/:id', async (context) => {
    const found = await reviewOf(context);
    if (found instanceof Response) return found;
    const { frame, proven } = context.var.desk;
    return context.html(matchPage({ ...found, form: {}, faults: [], proven }, frame));
  });
  routes.post('/matches/:id', decide);
  return routes;
}
