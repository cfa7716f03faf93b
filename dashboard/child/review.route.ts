import { type Context, Hono } from 'hono';
import { type FieldFault, withoutKey } from '../component/form.js';
import type { Env } from '../desk.js';
import { faultAt } from '../gateway/shown.js';
import { toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { isDay, schoolYearFrom } from '../words/dates.js';
import { nameText } from '../words/names.js';
import { typed } from '../words/typed.js';
import { childOrPage } from './absent-child.js';
import { reviewForm } from './review-form.page.js';

type Form = Readonly<Record<string, string>>;

/** As much as the hub takes. */
const most = { lines: 20, line: 200, words: 2000 };

/** What was tried, each on a line of its own. */
export const triedOf = ({ tried = '' }: Form): string[] =>
  tried
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What of a review is missing, or cannot be. */
export function reviewFaults(form: Form, today: string): FieldFault[] {
  const { reviewedOn = '', pupilWords = '' } = form;
  const tried = triedOf(form);
  const faults: FieldFault[] = [];
  if (tried.length === 0) faults.push({ field: 'tried', words: 'Enter what was tried.' });
  if (tried.length > most.lines || tried.some((line) => line.length > most.line))
    faults.push({ field: 'tried', words: 'Use at most 20 lines, each of at most 200 characters.' });
  if (pupilWords.length > most.words)
    faults.push({ field: 'pupilWords', words: 'Use at most 2,000 characters for the child’s words.' });
  if (!isDay(reviewedOn) || reviewedOn > today || reviewedOn < schoolYearFrom(today))
    faults.push({ field: 'reviewedOn', words: 'Enter a day of this school year, today at the latest.' });
  return faults;
}

const page = (context: Context<Env>, name: string, of: { version: string; form: Form; faults?: FieldFault[] }) => {
  const childId = context.req.param('id') ?? '';
  const back = { address: `/children/${childId}`, words: 'Back to the child' };
  return reviewForm({ childId, name, back, faults: [], ...of }, context.var.desk.frame);
};

/** How many reviews have been recorded this school year; a page that says why that is not known. */
async function versionOf(context: Context<Env>): Promise<string | Response> {
  const { ask, frame } = context.var.desk;
  const answer = await ask('ChildRiskOfExclusion', { id: context.req.param('id') ?? '' });
  const fault = faultAt(answer.faults, ['child', 'education', 'riskOfExclusion']) ?? answer.faults[0];
  if (fault)
    return fault.code === 'REFUSED'
      ? context.html(messagePage(messages.refused, frame), 403)
      : context.html(messagePage(messages.noGateway, frame), 503);
  return String(answer.data?.child?.education?.riskOfExclusion?.version ?? 0);
}

async function newReview(context: Context<Env>): Promise<Response> {
  const child = await childOrPage(context, context.req.param('id') ?? '');
  if (child instanceof Response) return child;
  const version = await versionOf(context);
  if (version instanceof Response) return version;
  return context.html(page(context, nameText(child.name), { version, form: { reviewedOn: context.var.desk.today } }));
}

async function addReview(context: Context<Env>): Promise<Response> {
  const { ask, form, session, today } = context.var.desk;
  const [name, seen] = [form['childName'] ?? '', form['version'] ?? ''];
  const childId = context.req.param('id') ?? '';
  const faults = reviewFaults(form, today);
  if (faults.length > 0) return context.html(page(context, name, { version: seen, form, faults }), 400);
  const answer = await ask('RecordRiskReview', {
    ...{ childId, reviewedOn: form['reviewedOn'] ?? '', interventionsTried: triedOf(form) },
    ...{ pupilWords: typed(form['pupilWords']), expectedVersion: Number(seen) },
    idempotencyKey: form['idempotencyKey'] ?? '',
  });
  const told = toldOf(answer, answer.data?.recordRiskReview);
  if (told.done) {
    session.banner = 'What was tried is recorded.';
    return context.redirect(`/children/${childId}#before-exclusion`, 303);
  }
  // What was answered is another question from now on, of the reviews as they are: whoever was quicker is on the child's page.
  const version = told.answered ? await versionOf(context) : seen;
  if (version instanceof Response) return version;
  const again = { version, form: told.answered ? withoutKey(form) : form };
  return context.html(page(context, name, { ...again, faults: [{ field: 'tried', words: told.because }] }), 409);
}

/** What was tried with a child before an exclusion, as somebody records it. */
export function reviewRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/children/:id/reviews/new', newReview);
  routes.post('/children/:id/reviews/new', addReview);
  return routes;
}
