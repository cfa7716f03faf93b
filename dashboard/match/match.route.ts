import { type Context, Hono } from 'hono';
import { withoutKey } from '../component/form.js';
import { csvAnswer } from '../csv/csv-answer.js';
import { beyondWords, filePage, pageOfList, wholeList } from '../csv/whole-list.js';
import { type Env, isMistaken, isRefusedAt } from '../desk.js';
import { type Answer, leavesOpen } from '../gateway/answer.js';
import type { MatchReviewQuery } from '../gateway/operations.generated.js';
import type { Ask } from '../gateway/ask.js';
import { faultAt, shown } from '../gateway/shown.js';
import { toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { notProven } from '../sign-in/not-proven.js';
import { dayText } from '../words/dates.js';
import { sourceText } from '../words/sources.js';
import { typed } from '../words/typed.js';
import { mostDecided } from './decided.js';
import { queueColumns, sideColumns } from './match.table.js';
import { choicesOf, comparedOf, decisionFaults, kindWords, type Review } from './match.view.js';
import { matchPage } from './match.page.js';
import { matchQueuePage } from './match-queue.page.js';
import { placeText, queueSeen, withoutReview } from './queue-seen.js';

const pageSize = 25;

interface Found {
  readonly review: Review;
  readonly answer: Answer<MatchReviewQuery>;
}

/** The review of an address; a page that says why not, otherwise. */
async function reviewOf(context: Context<Env>, ask: Ask = context.var.desk.ask): Promise<Found | Response> {
  const { frame } = context.var.desk;
  const answer = await ask('MatchReview', { id: context.req.param('id') ?? '' });
  if (isRefusedAt(answer, 'matchReview')) return context.html(messagePage(messages.refused, frame), 403);
  const review = answer.data?.matchReview;
  if (review) return { review, answer };
  return leavesOpen(faultAt(answer.faults, ['matchReview']))
    ? context.html(messagePage(messages.noGateway, frame), 503)
    : context.html(messagePage(messages.notFound, frame), 404);
}

async function showQueue(context: Context<Env>): Promise<Response> {
  const { ask, frame, session } = context.var.desk;
  const after = context.req.query('after') ?? null;
  const answer = await ask('MatchQueue', { first: pageSize, after });
  if (isRefusedAt(answer, 'matchReviews')) return context.html(messagePage(messages.refused, frame), 403);
  if (isMistaken(answer)) return context.html(messagePage(messages.mistaken, frame), 400);
  const ids = answer.data?.matchReviews?.map(({ id }) => id);
  if (ids) session.queue = queueSeen(session.queue, { after, ids, pageSize });
  return context.html(matchQueuePage({ answer, pageSize, further: after !== null }, frame));
}

const basis = 'Records that may be of a child already known, of which a person has to say whose they are.';

/** All that wait, as a file. */
async function queueFile(context: Context<Env>): Promise<Response> {
  const { askForFile, today } = context.var.desk;
  const { nodes, faults, more } = await wholeList(
    (after) => askForFile('MatchQueue', { first: filePage, after }),
    ({ matchReviews }) => matchReviews && pageOfList(matchReviews),
  );
  return csvAnswer(context, {
    ...{ name: 'matches', title: 'Matches to review, the longest waiting first', columns: queueColumns },
    ...{ basis: beyondWords(basis, more), period: `Waiting on ${dayText(today)}`, asAt: dayText(today) },
    rows: shown({ answer: { faults }, path: ['matchReviews'], domain: 'PARTNERSHIP', value: nodes }),
  });
}

/** A record beside the children it may be of, as a file; none of a review that is over, whose page has no such table. */
async function sidesFile(context: Context<Env>): Promise<Response> {
  const { askForFile, frame, today } = context.var.desk;
  const found = await reviewOf(context, askForFile);
  if (found instanceof Response) return found;
  const { review, answer } = found;
  if (review.state !== 'OPEN') return context.html(messagePage(messages.notFound, frame), 404);
  const choices = choicesOf(review, answer.faults);
  const title = `A record of ${sourceText(review.source)}, and whom it may be of`;
  const of = choices.map(({ letter, sure }) => `Child ${letter}: ${sure}.`).join(' ');
  return csvAnswer(context, {
    ...{ name: 'side-by-side', title, basis: `${kindWords[review.kind]} ${of}`.trim() },
    ...{ period: `Waiting since ${dayText(review.raisedAt.slice(0, 10))}`, asAt: dayText(today) },
    ...{ columns: sideColumns(choices), rows: { kind: 'held', value: comparedOf(review) } },
  });
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
      session.queue = withoutReview(session.queue, reviewId);
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
  const place = placeText(session.queue, reviewId);
  const page = matchPage({ ...found, form: kept, faults: overtaken ? [] : missing, place, proven, overtaken }, frame);
  return context.html(page, overtaken ? 409 : 400);
}

/** Records that wait for a person to say whose they are. */
export function matchRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/matches', showQueue);
  routes.get('/matches.csv', queueFile);
  routes.get('/matches/:id/side-by-side.csv', sidesFile);
  routes.get('/matches/:id', async (context) => {
    const found = await reviewOf(context);
    if (found instanceof Response) return found;
    const { frame, proven, session } = context.var.desk;
    const place = placeText(session.queue, found.review.id);
    return context.html(matchPage({ ...found, form: {}, faults: [], place, proven }, frame));
  });
  routes.post('/matches/:id', decide);
  return routes;
}
