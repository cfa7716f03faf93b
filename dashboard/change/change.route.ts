import { type Context, Hono } from 'hono';
import { csvAnswer } from '../csv/csv-answer.js';
import { beyondWords, filePage, pageOfList, wholeList } from '../csv/whole-list.js';
import { type Env, isMistaken, isRefused } from '../desk.js';
import { absenceIn, shown } from '../gateway/shown.js';
import { messagePage, messages } from '../layout/message-page.js';
import { dayText, isDay, weeksFrom } from '../words/dates.js';
import { roleWords } from '../words/roles.js';
import { changePage } from './change.page.js';
import { changeColumns } from './change.table.js';

const pageSize = 25;

/** The midnight in UTC that a day begins with: a look from a day on may tell an hour more in summer, and nothing less. */
const beginning = (day: string): string => `${day}T00:00:00.000Z`;

/** All that changed since a day, as a file. */
async function changeFile(context: Context<Env>): Promise<Response> {
  const { askForFile, frame, today } = context.var.desk;
  const asked = context.req.query('since') ?? '';
  const day = isDay(asked) ? asked : weeksFrom(today, -1);
  const { nodes, faults, more } = await wholeList(
    (after) => askForFile('Changes', { since: beginning(day), first: filePage, after }),
    ({ changes }) => changes && pageOfList(changes),
  );
  const path = ['changes'];
  return csvAnswer(context, {
    ...{ name: 'changes', title: 'What changed, the latest first', asAt: dayText(today) },
    basis: beyondWords(`What changed of children whom you may see as ${roleWords(frame.viewer.role)}.`, more),
    period: `${dayText(day)} to ${dayText(today)}`,
    columns: changeColumns(absenceIn(faults, path, false)),
    rows: shown({ answer: { faults }, path, domain: 'PARTNERSHIP', value: nodes, seesAll: false }),
  });
}

/** What changed since the last look, or since a day that is asked for. */
export function changeRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/changes', async (context) => {
    const { ask, frame, today } = context.var.desk;
    const asked = context.req.query('since') ?? '';
    const bad = asked !== '' && !isDay(asked);
    const look = asked === '' || bad ? ((await ask('LastLook', {})).data?.me?.lastSeenAt ?? null) : null;
    const since = asked === '' || bad ? (look ?? beginning(weeksFrom(today, -1))) : beginning(asked);
    const after = context.req.query('after') ?? null;
    const answer = await ask('Changes', { since, first: pageSize, after });
    if (isRefused(answer)) return context.html(messagePage(messages.refused, frame), 403);
    if (isMistaken(answer)) return context.html(messagePage(messages.mistaken, frame), 400);
    const note = bad ? 'The day in the address is no date: what changed since your last look is shown.' : null;
    const page = {
      answer,
      since,
      asked: bad ? '' : asked,
      looked: look !== null,
      note,
      pageSize,
      first: after === null,
    };
    return context.html(changePage(page, frame));
  });
  routes.get('/changes.csv', changeFile);
  return routes;
}
