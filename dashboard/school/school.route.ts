import { Hono } from 'hono';
import { type Desk, type Env, isRefused } from '../desk.js';
import type { Answer } from '../gateway/answer.js';
import { faultAt } from '../gateway/shown.js';
import { messagePage, messages } from '../layout/message-page.js';
import { daysFrom, isDay, mondayOf } from '../words/dates.js';
import { schoolActionRoutes } from './action.route.js';
import { agendaRoutes } from './agenda.route.js';
import { packRoutes } from './pack.route.js';
import { isMistakenRoll, rollPage } from './roll.page.js';
import { schoolPage, schoolsPage } from './school.page.js';
import { schoolView } from './school.view.js';

/** As far ahead as an item that is put on an agenda today stands: no meeting to come before that is missed. */
const agendaDays = 27;

/** Children a page of the roll has. */
const pageSize = 25;

/** Why there is no page of a school; null where there is one. */
function withoutSchool(answer: Answer<{ readonly school: unknown }>, { frame }: Desk) {
  if (isRefused(answer)) return { status: 403 as const, page: messagePage(messages.refused, frame) };
  if (answer.data?.school != null) return null;
  return faultAt(answer.faults, ['school'])?.code === 'SUBGRAPH_UNAVAILABLE'
    ? { status: 503 as const, page: messagePage(messages.noGateway, frame) }
    : { status: 404 as const, page: messagePage(messages.notFound, frame) };
}

async function showSchool(urn: string, asked: string | undefined, desk: Desk) {
  const { ask, frame, today } = desk;
  const bad = asked !== undefined && !isDay(asked);
  const week = mondayOf(asked === undefined || bad ? today : asked);
  const [team, attention] = await Promise.all([
    ask('SchoolTeam', { urn, coming: daysFrom(today, agendaDays) }),
    ask('SchoolAttention', { urn, week }),
  ]);
  const without = withoutSchool(team, desk);
  if (without) return without;
  const note = bad ? 'The week in the address is no date: this week is shown.' : null;
  const view = schoolView(team, attention, today);
  const name = team.data?.school?.name ?? '';
  return { status: 200 as const, page: schoolPage({ urn, name, week, today, view, note }, frame) };
}

async function showRoll(urn: string, asked: string | undefined, desk: Desk) {
  const { ask, frame } = desk;
  const after = asked === undefined || asked === '' ? null : asked;
  const answer = await ask('SchoolRoll', { urn, first: pageSize, after });
  const without = withoutSchool(answer, desk);
  if (without) return without;
  if (isMistakenRoll(answer)) return { status: 400 as const, page: messagePage(messages.mistaken, frame) };
  return { status: 200 as const, page: rollPage({ urn, name: answer.data?.school?.name ?? '', answer, after }, frame) };
}

/** A school’s page: who needs the team this week, and what it promised. */
export function schoolRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/schools', (context) => {
    const urn = context.req.query('urn');
    if (urn !== undefined && /^\d{1,10}$/.test(urn)) return context.redirect(`/schools/${urn}`, 303);
    return context.html(schoolsPage(urn, context.var.desk.frame), urn === undefined ? 200 : 400);
  });
  routes.get('/schools/:urn', async (context) => {
    const urn = context.req.param('urn');
    const { show, week, after } = context.req.query();
    const { desk } = context.var;
    const { page, status } = await (show === 'roll' ? showRoll(urn, after, desk) : showSchool(urn, week, desk));
    return context.html(page, status);
  });
  for (const each of [agendaRoutes, schoolActionRoutes, packRoutes]) routes.route('/', each());
  return routes;
}
