import { type Context, Hono } from 'hono';
import { csvAnswer } from '../csv/csv-answer.js';
import { beyondWords, filePage, wholeList } from '../csv/whole-list.js';
import type { Env } from '../desk.js';
import { absenceIn, shown, within } from '../gateway/shown.js';
import { dayText, mondayOf, schoolYearFrom, sundayOf, termOf, weeksFrom } from '../words/dates.js';
import { roleWords } from '../words/roles.js';
import { weekColumns } from './figures.js';
import { cohorts, filterOf, type ListFilter } from './list-filter.js';
import { overdueColumns, planColumns, planRows } from './peps.js';
import { talkColumns } from './talk.table.js';
import { figuresView } from './virtual-school.view.js';

/** As far back as the line goes: about a school year. */
export const trendWeeks = 38;

const domain = 'VIRTUAL_SCHOOL' as const;

const chosen = ({ cohort, team }: ListFilter): string => {
  const group = cohorts.find(([word]) => word === cohort)?.[1] ?? cohort;
  return `Children who are: ${group.toLowerCase()}${team === null ? '' : `; team: ${team}`}`;
};

const filterIn = (context: Context<Env>): ListFilter => filterOf(context.req.query(), mondayOf(context.var.desk.today));

async function weeksFile(context: Context<Env>): Promise<Response> {
  const { askForFile, today } = context.var.desk;
  const filter = filterIn(context);
  const [from, to] = [weeksFrom(filter.week, -trendWeeks), sundayOf(filter.week)];
  const answer = await askForFile('VirtualSchoolFigures', {
    ...{ cohort: filter.cohort, from, to, yearFrom: schoolYearFrom(filter.week), teams: false },
  });
  const view = figuresView(answer);
  const told = view.kind === 'held' || view.kind === 'late' ? [view.value.basis, view.value.note] : [];
  return csvAnswer(context, {
    ...{ name: 'weeks', title: 'Attendance each week, newest first', filter: chosen({ ...filter, team: null }) },
    basis:
      told
        .filter(Boolean)
        .join(' ')
        .replace(/^Basis: /, '') || 'Not told',
    ...{ period: `${dayText(from)} to ${dayText(to)}`, asAt: dayText(today), columns: weekColumns },
    rows: within(view, ({ groups }) => groups.toReversed()),
  });
}

async function childrenFile(context: Context<Env>): Promise<Response> {
  const { askForFile, frame, today } = context.var.desk;
  const filter = filterIn(context);
  const asked = { week: filter.week, cohort: filter.listed, socialWorkTeam: filter.team, schoolUrn: null };
  const { nodes, faults, more } = await wholeList(
    (after) => askForFile('WeeklyList', { ...asked, first: filePage, after }),
    ({ attendanceTriangulation }) => attendanceTriangulation,
  );
  const path = ['attendanceTriangulation'];
  return csvAnswer(context, {
    ...{ name: 'children', title: 'Children to talk about, the most pressing first', filter: chosen(filter) },
    basis: beyondWords(`Children on plans whom you may see as ${roleWords(frame.viewer.role)}.`, more),
    ...{ period: `The week of ${dayText(filter.week)}`, asAt: dayText(today) },
    columns: talkColumns(absenceIn(faults, path, false)),
    rows: shown({ answer: { faults }, path, domain, value: nodes, seesAll: false }),
  });
}

/** Of the term that today is in: the plans, and those of them that are overdue. */
async function plansFile(context: Context<Env>): Promise<Response> {
  const { askForFile, today } = context.var.desk;
  const term = termOf(today);
  const answer = await askForFile('VirtualSchoolPeps', { term, first: 1 });
  const plans = shown({ answer, path: ['pepCompliance'], domain, value: answer.data?.pepCompliance });
  return csvAnswer(context, {
    ...{ name: 'plans', title: `Personal education plans of ${term}`, columns: planColumns },
    ...{ basis: 'Looked-after children of school age with a plan to be made.', period: term, asAt: dayText(today) },
    rows: within(plans, planRows),
  });
}

async function overdueFile(context: Context<Env>): Promise<Response> {
  const { askForFile, frame, today } = context.var.desk;
  const answer = await askForFile('VirtualSchoolPeps', { term: termOf(today), first: filePage });
  const path = ['pepsOverdue'];
  const list = answer.data?.pepsOverdue;
  const beyond = (list?.totalCount ?? 0) > filePage;
  const seen = `Children whom you may see as ${roleWords(frame.viewer.role)}.`;
  return csvAnswer(context, {
    ...{ name: 'overdue-plans', title: 'Children whose plan is overdue, the longest first' },
    basis: beyond ? `${seen} These are the first ${String(filePage)} of ${String(list?.totalCount)}.` : seen,
    ...{ period: `On ${dayText(today)}`, asAt: dayText(today) },
    columns: overdueColumns(absenceIn(answer.faults, path, false)),
    rows: shown({ answer, path, domain, value: list?.edges.map(({ node }) => node) }),
  });
}

/** The tables of the virtual school as files, under the page’s filter. */
export function virtualSchoolFiles(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/virtual-school/weeks.csv', weeksFile);
  routes.get('/virtual-school/children.csv', childrenFile);
  routes.get('/virtual-school/plans.csv', plansFile);
  routes.get('/virtual-school/overdue-plans.csv', overdueFile);
  return routes;
}
