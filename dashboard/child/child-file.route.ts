import type { Context } from 'hono';
import { csvAnswer } from '../csv/csv-answer.js';
import type { CsvFile } from '../csv/csv-file.js';
import type { Env } from '../desk.js';
import { type Shown, within } from '../gateway/shown.js';
import { messagePage, messages } from '../layout/message-page.js';
import { absenceWords } from '../words/absence.js';
import { dayText, timeText } from '../words/dates.js';
import { roleWords } from '../words/roles.js';
import { absentPage } from './absent-child.js';
import { askChild } from './ask-child.js';
import type { ChildView } from './child.view.js';
import {
  accessColumns,
  type Action,
  actionColumns,
  childWaitColumns,
  halfTermColumns,
  teamColumns,
} from './child.tables.js';
import { halfTermsOf } from './half-terms.js';

type Told<Row> = Pick<CsvFile<Row>, 'columns' | 'rows'> & { readonly title: string } & Partial<
    Pick<CsvFile<Row>, 'asAt' | 'basis' | 'period'>
  >;

const twelveMonths = ({ timeline }: ChildView): string => `${dayText(timeline.from)} to ${dayText(timeline.today)}`;

/** Whether a list is empty, or nobody could say: an empty file must not say the one for the other. */
const unlessUnknown = <T>(of: Shown<T>, view: ChildView): Shown<T> =>
  of.kind === 'none' && view.absence.HEALTH === 'not-known' ? { kind: 'unavailable', domain: 'HEALTH' } : of;

const freshness = ({ health }: ChildView): string | undefined =>
  (health.kind === 'held' || health.kind === 'late') && health.value.asAt !== null
    ? timeText(health.value.asAt)
    : undefined;

/** A file made of a child’s page; what it is called is its table’s word, never the child’s. */
type Made = (view: ChildView, context: Context<Env>) => Response;

function made<Row>(name: string, toldBy: (view: ChildView) => Told<Row>): Made {
  return (view, context) => {
    const { title, ...told } = toldBy(view);
    return csvAnswer(context, {
      ...{ name, title: `${title}: ${view.name}`, period: `On ${dayText(view.today)}`, asAt: dayText(view.today) },
      basis: `What you see of this child as ${roleWords(context.var.desk.frame.viewer.role)}.`,
      ...told,
    });
  };
}

const files: Readonly<Record<string, Made>> = {
  'team.csv': made('team', ({ team: rows }) => ({ title: 'Who works with the child', columns: teamColumns, rows })),
  'half-terms.csv': made('half-terms', (view) => ({
    ...{ title: 'Attendance each half term, newest first', columns: halfTermColumns, period: twelveMonths(view) },
    rows: within(view.weeks, halfTermsOf),
  })),
  'actions.csv': made<Action>('actions', ({ actions: rows, today }) => ({
    ...{ title: 'What was agreed', rows },
    columns: [
      ...actionColumns(today),
      { title: 'Done on', text: ({ doneOn }) => (doneOn === null ? 'Not done yet' : dayText(doneOn)) },
    ],
  })),
  'waits.csv': made('waits', (view) => ({
    ...{ title: 'Waits', columns: childWaitColumns(absenceWords[view.absence.HEALTH]) },
    rows: unlessUnknown(
      within(view.health, ({ waiting }) => waiting, view.absence.HEALTH === 'none'),
      view,
    ),
    asAt: freshness(view) ?? 'Never received',
  })),
  'access.csv': made('access', ({ access: rows }) => ({
    ...{ title: 'What you can see of each domain', columns: accessColumns, rows },
  })),
};

/** A table of a child’s page as a file; the page that there is for any address of nothing, where there is no such table. */
export async function childFile(context: Context<Env>): Promise<Response> {
  const { askForFile, frame, today } = context.var.desk;
  const make = files[context.req.param('file') ?? ''];
  if (!make) return context.html(messagePage(messages.notFound, frame), 404);
  const found = await askChild(askForFile, context.req.param('id') ?? '', today);
  return found.state === 'found' ? make(found.view, context) : absentPage(found, context);
}
