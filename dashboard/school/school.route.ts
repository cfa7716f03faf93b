import { Hono } from 'hono';
import { type Desk, type Env, isRefused, isRefusedAt } from '../desk.js';
import { messagePage, messages } from '../layout/message-page.js';
import { daysFrom, isDay, mondayOf } from '../words/dates.js';
import { schoolActionRoutes } from './action.route.js';
import { agendaItemRoutes } from './agenda-item.route.js';
import { agendaRoutes } from './agenda.route.js';
import { packRoutes } from './pack.route.js';
import { isMistakenRoll, rollPage } from './roll.page.js';
import { schoolPage } from './school.page.js';
import { schoolFiles } from './school-file.route.js';
import { agendaDays, schoolView } from './school.view.js';
import { schoolsPage } from './schools.page.js';
import { withoutSchool } from './without-school.js';

/** Children a page of the roll has. */
const pageSize = 25;

async function showSchool(urn: string, asked: string | undefined, desk: Desk) {
  const { ask, frame, today } = desk;
  const bad = asked !== undefined && !isDay(asked);
  const week = mondayOf(asked === undefined || bad ? today : asked);
  const [team, attention] = await Promise.all([
    ask('SchoolTeam', { urn, coming: daysFrom(today, agendaDays) }),
    ask('SchoolAttention', { urn, week }),
  ]);
  const without = withoutSchool(team, frame);
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
  const without = withoutSchool(answer, frame);
  if (without) return without;
  if (isMistakenRoll(answer)) return { status: 400 as const, page: messagePage(messages.mistaken, frame) };
  return { status: 200 as const, page: rollPage({ urn, name: answer.data?.school?.name ?? '', answer, after }, frame) };
}

/** A school’s page: who needs the team this week, and what it promised. */
export function schoolRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/schools', async (context) => {
    const { urn, number } = context.req.query();
    const asked = number ?? urn;
    if (asked !== undefined && /^\d{1,10}$/.test(asked)) return context.redirect(`/schools/${asked}`, 303);
    const { ask, frame } = context.var.desk;
    const answer = await ask('Schools', {});
    if (isRefused(answer) || isRefusedAt(answer, 'schools'))
      return context.html(messagePage(messages.refused, frame), 403);
    const unchosen = asked === '' && number === undefined;
    const page = { schools: answer.data?.schools ?? null, typed: unchosen ? null : (asked ?? null), unchosen };
    return context.html(schoolsPage(page, frame), asked === undefined ? 200 : 400);
  });
  routes.get('/schools/:urn', async (context) => {
    const urn = context.req.param('urn');
    const { show, week, after } = context.req.query();
    const { desk } = context.var;
    const { page, status } = await (show === 'roll' ? showRoll(urn, after, desk) : showSchool(urn, week, desk));
    return context.html(page, status);
  });
  for (const each of [agendaRoutes, agendaItemRoutes, schoolActionRoutes, packRoutes, schoolFiles])
    routes.route('/', each());
  return routes;
}
