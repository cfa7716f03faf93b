import { type Context, Hono } from 'hono';
import { csvAnswer } from '../csv/csv-answer.js';
import { type Env, isRefused } from '../desk.js';
import type { Answer } from '../gateway/answer.js';
import type { Ask } from '../gateway/ask.js';
import type { PackMembersQuery } from '../gateway/operations.generated.js';
import { type Absence, absenceIn, faultAt, shown, within } from '../gateway/shown.js';
import { toldOf } from '../gateway/told.js';
import { messagePage, messages } from '../layout/message-page.js';
import { dayText } from '../words/dates.js';
import { packForm } from './pack-form.page.js';
import { packPage } from './pack.page.js';
import { attendeesOf, packColumns, packFaults, packLines, presentOf, refusedPackAt, type Sheet } from './pack.view.js';
import { mayAskForPack } from './school.view.js';
import { withoutSchool } from './without-school.js';

const urnOf = (context: Context<Env>): string => context.req.param('urn') ?? '';

const refused = (context: Context<Env>): Response =>
  context.html(messagePage(messages.refused, context.var.desk.frame), 403);

/** What the form of a pack is of; a page that says why not, where there is none. */
function formOf(context: Context<Env>, answer: Answer<PackMembersQuery>) {
  const { frame } = context.var.desk;
  if (isRefused(answer) || faultAt(answer.faults, ['school', 'teamAroundSchool'])?.code === 'REFUSED')
    return refused(context);
  const { school } = answer.data ?? {};
  if (!school) {
    const without = withoutSchool(answer, frame);
    return context.html(without?.page ?? messagePage(messages.notFound, frame), without?.status ?? 404);
  }
  const members = shown({
    ...{ answer, path: ['school', 'teamAroundSchool', 'members'], domain: 'PARTNERSHIP' as const },
    ...{ value: school.teamAroundSchool?.members, seesAll: false },
  });
  return { urn: school.urn, school: school.name, attendees: within(members, attendeesOf, false) };
}

async function newPack(context: Context<Env>): Promise<Response> {
  const { ask, frame, today } = context.var.desk;
  if (!mayAskForPack(frame.viewer.role)) return refused(context);
  const page = formOf(context, await ask('PackMembers', { urn: urnOf(context) }));
  if (page instanceof Response) return page;
  return context.html(packForm({ ...page, form: { meetingOn: today }, faults: [] }, frame));
}

interface Made {
  readonly page: Exclude<ReturnType<typeof formOf>, Response>;
  readonly meetingOn: string;
  readonly members: readonly string[];
  readonly sheets: readonly Sheet[];
  readonly absence: Absence;
}

/** The pack that a form asks for; the page that says why not, otherwise. */
async function madeOf(context: Context<Env>, ask: Ask): Promise<Made | Response> {
  const { frame, form } = context.var.desk;
  if (!mayAskForPack(frame.viewer.role)) return refused(context);
  const schoolUrn = urnOf(context);
  const page = formOf(context, await ask('PackMembers', { urn: schoolUrn }));
  if (page instanceof Response) return page;
  const missing = packFaults(form);
  if (missing.length > 0) return context.html(packForm({ ...page, form, faults: missing }, frame), 400);
  const members = presentOf(form);
  const meetingOn = form['meetingOn'] ?? '';
  const answer = await ask('MeetingPack', { schoolUrn, meetingOn, members });
  const told = toldOf(answer, answer.data?.meetingPack);
  if (!told.done) return context.html(packForm({ ...page, form, faults: [refusedPackAt(told.because)] }, frame), 409);
  const absence = absenceIn(answer.faults, ['meetingPack'], false);
  return { page, meetingOn, members, sheets: told.value.items, absence };
}

/** Those who are to be there, by name. */
function presentIn({ page: { attendees }, members }: Made): string[] {
  const people = attendees.kind === 'held' ? attendees.value : [];
  return people.filter(({ userId }) => members.includes(userId)).map(({ text }) => text);
}

async function makePack(context: Context<Env>): Promise<Response> {
  const { ask, frame, form } = context.var.desk;
  const made = await madeOf(context, ask);
  if (made instanceof Response) return made;
  const { page, meetingOn, sheets, absence } = made;
  const again = Object.fromEntries(Object.entries(form).filter(([name]) => /^(meetingOn|present-\d+)$/.test(name)));
  return context.html(packPage({ ...page, meetingOn, present: presentIn(made), sheets, absence, form: again }, frame));
}

/** What is still to be done of all sheets, as a file: asked for anew, so that it is on record who was given it, and as what. */
async function packFile(context: Context<Env>): Promise<Response> {
  const made = await madeOf(context, context.var.desk.askForFile);
  if (made instanceof Response) return made;
  const { page, meetingOn, sheets, absence } = made;
  const lines = packLines(sheets);
  return csvAnswer(context, {
    ...{ name: 'meeting-pack', title: `What is still to be done: ${page.school}`, columns: packColumns(absence) },
    basis: `Children on the agenda, with what everybody who is there may see. For: ${presentIn(made).join('; ')}.`,
    ...{ period: `The meeting on ${dayText(meetingOn)}`, asAt: dayText(context.var.desk.today) },
    rows: lines.length === 0 ? { kind: 'none', seesAll: false } : { kind: 'held', value: lines },
  });
}

/**
 * The papers of a meeting. They are asked for by a form: that they were given to those who are there is written down, and who
 * they are stands in no address.
 */
export function packRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/schools/:urn/pack', newPack);
  routes.post('/schools/:urn/pack', makePack);
  routes.post('/schools/:urn/pack.csv', packFile);
  return routes;
}
