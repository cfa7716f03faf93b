import { type Context, Hono } from 'hono';
import { csvAnswer } from '../csv/csv-answer.js';
import type { CsvFile } from '../csv/csv-file.js';
import { beyondWords, filePage, wholeList } from '../csv/whole-list.js';
import type { Desk, Env } from '../desk.js';
import { absenceIn, type Shown, shown, within } from '../gateway/shown.js';
import { messagePage, messages } from '../layout/message-page.js';
import { dayText } from '../words/dates.js';
import { roleWords } from '../words/roles.js';
import { cardColumns, cohortColumns, phaseColumns, sixthDayColumns, sixthDayRows } from './figures.table.js';
import { suspendedCaption, suspendedColumns } from './suspended-table.js';
import { linesOf } from './suspended.view.js';
import { cardsOf, type Cell, seesChildren, yearFilter } from './suspensions.view.js';

/** What of a page is kept: of which year, and of one school, or of the council’s area where none is named. */
interface Kept {
  readonly desk: Desk;
  readonly year: string;
  readonly urn: string | null;
}

type Made<Row> = Pick<CsvFile<Row>, 'basis' | 'columns' | 'rows'> & { readonly title: string };

const held = <T>(of: Shown<T>): T | null => (of.kind === 'held' || of.kind === 'late' ? of.value : null);

/** A file of figures: its one question is asked, and no other of the page’s. */
const figuresFile =
  <Row>(name: string, madeOf: (kept: Kept) => Promise<Made<Row>>) =>
  async (context: Context<Env>, urn: string | null): Promise<Response> => {
    const { desk } = context.var;
    const { year } = yearFilter(context.req.query('year'), desk.today);
    return csvAnswer(context, {
      ...(await madeOf({ desk, year, urn })),
      ...{ name: `suspensions-${name}`, filter: `School: ${urn ?? 'all'}` },
      ...{ period: `School year ${year}`, asAt: dayText(desk.today) },
    });
  };

const bySchool = (urn: string | null): 'SCHOOL'[] => (urn === null ? [] : ['SCHOOL']);

/** Of several groups the one that is meant: the school’s, or that of all. */
const meant =
  (urn: string | null) =>
  <T extends { readonly key: readonly string[] }>(cells: readonly T[]): T | undefined =>
    cells.find(({ key }) => urn === null || key[0] === urn);

async function cellsOf({ desk, year }: Kept, by: ('PHASE' | 'SCHOOL')[]): Promise<Shown<readonly Cell[]>> {
  const answer = await desk.askForFile('SuspensionFigures', { academicYear: year, by });
  const value = answer.data?.suspensionFigures;
  return shown({ answer, path: ['suspensionFigures'], domain: 'EDUCATION', value });
}

const untold = 'Nothing is told of it';

const oneFile = figuresFile('figures', async (kept) => {
  const one = within(await cellsOf(kept, bySchool(kept.urn)), meant(kept.urn));
  const cell = held(one);
  return {
    ...{ title: 'How often pupils were suspended and excluded', columns: cardColumns, rows: within(one, cardsOf) },
    basis: cell === null ? untold : `${cell.basis}. Pupils as on ${dayText(cell.pupilsOn)}.`,
  };
});

const sixthDaysFile = figuresFile('sixth-days', async ({ desk, year, urn }) => {
  const answer = await desk.askForFile('SixthDayFigures', { academicYear: year, by: bySchool(urn) });
  const value = answer.data?.sixthDayFigures;
  const one = within(shown({ answer, path: ['sixthDayFigures'], domain: 'EDUCATION', value }), meant(urn));
  return {
    ...{ title: 'Provision from the sixth day of suspension or exclusion', basis: held(one)?.basis ?? untold },
    ...{ columns: sixthDayColumns(desk.frame.viewer.role), rows: within(one, sixthDayRows) },
  };
});

const phasesFile = figuresFile('phases', async (kept) => {
  const cells = await cellsOf(kept, ['PHASE']);
  return {
    ...{ title: 'Suspensions and exclusions by phase of education', basis: held(cells)?.[0]?.basis ?? untold },
    ...{ columns: phaseColumns(kept.desk.frame.viewer.role), rows: cells },
  };
});

const cohortsFile = figuresFile('cohorts', async ({ desk, year }) => {
  const answer = await desk.askForFile('CohortSuspensions', { academicYear: year, by: [] });
  const value = answer.data?.cohortSuspensions;
  const cells = shown({ answer, path: ['cohortSuspensions'], domain: 'VIRTUAL_SCHOOL', value });
  return {
    ...{ title: 'Suspensions of children with a social worker, by group', basis: held(cells)?.[0]?.basis ?? untold },
    ...{ columns: cohortColumns(desk.frame.viewer.role), rows: cells },
  };
});

/** The children of the page, as a file. */
async function listFile(context: Context<Env>, urn: string | null): Promise<Response> {
  const { askForFile, frame, today } = context.var.desk;
  const { role, organisation } = frame.viewer;
  const { year } = yearFilter(context.req.query('year'), today);
  const schoolUrn = urn === organisation.id ? null : urn;
  const { nodes, faults, more } = await wholeList(
    (after) =>
      askForFile('SuspendedChildren', {
        ...{ academicYear: year, urn: urn ?? '', ofSchool: false, schoolUrn, first: filePage, after },
      }),
    ({ suspendedChildren }) => suspendedChildren,
  );
  const absence = absenceIn(faults, ['suspendedChildren'], false);
  return csvAnswer(context, {
    ...{ name: 'suspensions', title: suspendedCaption, filter: `School: ${urn ?? 'all'}` },
    basis: beyondWords(`Children whom you may see as ${roleWords(role)}.`, more),
    ...{ period: `School year ${year}`, asAt: dayText(today), rows: linesOf(nodes, faults) },
    columns: suspendedColumns({ absence, back: '', year: null, frame }),
  });
}

type File = (context: Context<Env>, urn: string | null) => Promise<Response>;

/** The tables of the council’s page, and those of a school’s. */
const ofArea: Readonly<Record<string, File>> = {
  '.csv': listFile,
  '/figures.csv': oneFile,
  '/sixth-days.csv': sixthDaysFile,
  '/phases.csv': phasesFile,
  '/cohorts.csv': cohortsFile,
};
const ofSchool: Readonly<Record<string, File>> = {
  '.csv': listFile,
  '/figures.csv': oneFile,
  '/sixth-days.csv': sixthDaysFile,
};

/** The tables of suspensions as files, of the page’s year. */
export function suspensionFiles(): Hono<Env> {
  const routes = new Hono<Env>();
  for (const [path, file] of Object.entries(ofArea))
    routes.get(`/suspensions${path}`, (context) => file(context, null));
  for (const [path, file] of Object.entries(ofSchool))
    routes.get(`/schools/:urn/suspensions${path}`, (context) => {
      const { frame } = context.var.desk;
      const urn = context.req.param('urn');
      const known = /^\d{6}$/.test(urn) && seesChildren(frame.viewer.role);
      return known ? file(context, urn) : context.html(messagePage(messages.notFound, frame), 404);
    });
  return routes;
}
