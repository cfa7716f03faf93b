import { type Context, Hono } from 'hono';
import { csvAnswer } from '../csv/csv-answer.js';
import type { CsvFile } from '../csv/csv-file.js';
import { beyondWords, filePage, mostRows } from '../csv/whole-list.js';
import type { Desk, Env } from '../desk.js';
import type { Answer } from '../gateway/answer.js';
import type { SchoolRollQuery } from '../gateway/operations.generated.js';
import { type Shown, shown, within } from '../gateway/shown.js';
import { messagePage, messages } from '../layout/message-page.js';
import { daysFrom, dayText, isDay, mondayOf } from '../words/dates.js';
import { roleWords } from '../words/roles.js';
import { schoolActionColumns } from './action-table.js';
import { agendaColumns, outcomeColumn } from './agenda-table.js';
import { pupilsAt, rollColumns } from './roll.page.js';
import { attentionColumns } from './school.page.js';
import { type Action, agendaDays, postsWithout, type SchoolView, schoolView } from './school.view.js';
import { memberColumns, postColumns } from './team-tables.js';
import { withoutSchool } from './without-school.js';

interface Looked {
  readonly urn: string;
  readonly name: string;
  readonly week: string;
  readonly view: SchoolView;
}

type Told<Row> = Pick<CsvFile<Row>, 'columns' | 'rows'> & { readonly title: string; readonly period?: string };

type Made = (looked: Looked, context: Context<Env>) => Response;

function made<Row>(name: string, toldBy: (looked: Looked) => Told<Row>): Made {
  return (looked, context) => {
    const { frame, today } = context.var.desk;
    const { title, ...told } = toldBy(looked);
    return csvAnswer(context, {
      ...{ name, title: `${title}: ${looked.name}`, period: `On ${dayText(today)}`, asAt: dayText(today) },
      basis: `What you see of this school as ${roleWords(frame.viewer.role)}.`,
      ...told,
    });
  };
}

/** Overdue first: the page has them in two tables. */
function allActions({ overdue, open }: SchoolView): Shown<readonly Action[]> {
  if (overdue.kind !== 'held') return open;
  return { kind: 'held', value: [...overdue.value, ...(open.kind === 'held' ? open.value : [])] };
}

const files: Readonly<Record<string, Made>> = {
  'attention.csv': made('attention', ({ view, urn, week }) => ({
    ...{ title: 'Children who need attention, the most pressing first', period: `The week of ${dayText(week)}` },
    ...{ columns: attentionColumns(urn, view.absence.attention), rows: view.attention },
  })),
  'agenda.csv': made('agenda', ({ view }) => ({
    ...{ title: 'The agenda', rows: view.agenda },
    columns: [...agendaColumns(view.absence.agenda), outcomeColumn],
  })),
  'actions.csv': made('actions', ({ view }) => ({
    ...{ title: 'Open actions', rows: allActions(view), columns: schoolActionColumns(view.absence.actions, false) },
  })),
  'team.csv': made('team', ({ view }) => ({ title: 'The team', columns: memberColumns, rows: view.members })),
  'posts.csv': made('posts', ({ view }) => ({
    ...{ title: 'Posts that nobody is known to hold', columns: postColumns },
    rows: within(view.directory, (told) => (told.state === 'NOT_RECEIVED' ? null : postsWithout(told)), false),
  })),
};

async function schoolFile(context: Context<Env>): Promise<Response> {
  const { desk } = context.var;
  const [urn = '', file = ''] = [context.req.param('urn'), context.req.param('file')];
  const make = files[file];
  if (!make) return context.html(messagePage(messages.notFound, desk.frame), 404);
  const asked = context.req.query('week') ?? '';
  const week = mondayOf(isDay(asked) ? asked : desk.today);
  const [team, attention] = await Promise.all([
    desk.askForFile('SchoolTeam', { urn, coming: daysFrom(desk.today, agendaDays) }),
    desk.askForFile('SchoolAttention', { urn, week }),
  ]);
  const without = withoutSchool(team, desk.frame);
  if (without) return context.html(without.page, without.status);
  const view = schoolView(team, attention, desk.today);
  return make({ urn, name: team.data?.school?.name ?? '', week, view }, context);
}

interface Page {
  readonly answer: Answer<SchoolRollQuery>;
  readonly rows: readonly ReturnType<typeof pupilsAt>[number][];
}

const path = ['school', 'teamAroundSchool', 'roll'];

/** Each page with its own faults: they name a child by the place in it. */
async function rollPages({ askForFile }: Desk, urn: string): Promise<{ pages: Page[]; more: boolean }> {
  const pages: Page[] = [];
  let after: string | null = null;
  do {
    const answer: Answer<SchoolRollQuery> = await askForFile('SchoolRoll', { urn, first: filePage, after });
    const roll: NonNullable<NonNullable<SchoolRollQuery['school']>['teamAroundSchool']>['roll'] | undefined =
      answer.data?.school?.teamAroundSchool?.roll;
    pages.push({ answer, rows: pupilsAt(roll?.edges.map(({ node }) => node) ?? []) });
    after = roll?.pageInfo.hasNextPage ? roll.pageInfo.endCursor : null;
  } while (after !== null && pages.length < mostRows / filePage);
  return { pages, more: after !== null };
}

async function rollFile(context: Context<Env>): Promise<Response> {
  const { desk } = context.var;
  const { frame, today } = desk;
  const urn = context.req.param('urn') ?? '';
  const { pages, more } = await rollPages(desk, urn);
  const last = pages.at(-1)?.answer ?? { data: null, faults: [] };
  const without = withoutSchool(last, frame);
  if (without) return context.html(without.page, without.status);
  const rows = pages.flatMap(({ answer, rows: own }) => own.map((row) => ({ row, answer })));
  return csvAnswer(context, {
    ...{ name: 'roll', title: `Children on the roll: ${last.data?.school?.name ?? ''}` },
    basis: beyondWords(`Children whom you may see as ${roleWords(frame.viewer.role)}, by name.`, more),
    ...{ period: `On ${dayText(today)}`, asAt: dayText(today) },
    columns: rollColumns(urn, last).map((column, at) => ({
      ...{ title: column.title },
      text: ({ row, answer }: (typeof rows)[number]) => rollColumns(urn, answer)[at]?.text(row) ?? 'Not known',
    })),
    rows: shown({
      ...{ answer: last, path, domain: 'PARTNERSHIP' as const, seesAll: false },
      value: last.data?.school?.teamAroundSchool?.roll == null ? null : rows,
    }),
  });
}

/** The tables of a school’s page as files. */
export function schoolFiles(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/schools/:urn/roll.csv', rollFile);
  // These names alone: a school's other pages have files of their own.
  routes.get(
    `/schools/:urn/:file{${Object.keys(files)
      .join('|')
      .replaceAll('.', String.raw`\.`)}}`,
    schoolFile,
  );
  return routes;
}
