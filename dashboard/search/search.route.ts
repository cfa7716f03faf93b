import { type Context, Hono } from 'hono';
import { csvAnswer } from '../csv/csv-answer.js';
import type { Env } from '../desk.js';
import type { Ask } from '../gateway/ask.js';
import type { SearchChildrenQuery } from '../gateway/operations.generated.js';
import { dayText, isDay } from '../words/dates.js';
import { roleWords } from '../words/roles.js';
import { typed } from '../words/typed.js';
import type { FieldFault } from '../component/form.js';
import { messagePage, messages } from '../layout/message-page.js';
import { isRefused } from '../desk.js';
import { foundColumns, searchPage } from './search.page.js';

const most = 25;

/** What of the words cannot be searched for. */
export function searchFaults({ family = '', dateOfBirth = '' }: Readonly<Record<string, string>>): FieldFault[] {
  const faults: FieldFault[] = [];
  if (family.trim().length < 2)
    faults.push({ field: 'family', words: 'Enter two letters of the family name or more.' });
  if (dateOfBirth !== '' && !isDay(dateOfBirth))
    faults.push({ field: 'dateOfBirth', words: 'Enter the date of birth as a date, or leave it out.' });
  return faults;
}

type Found = NonNullable<SearchChildrenQuery['searchChildren']>;

/** Searches for what the form says, and shows what was found; what of it cannot be searched for, otherwise. */
async function search(context: Context<Env>, ask: Ask, show: (found: Found) => Response): Promise<Response> {
  const { frame, form } = context.var.desk;
  const again = (faults: readonly FieldFault[]) => context.html(searchPage({ form, faults, found: null }, frame), 400);
  const faults = searchFaults(form);
  if (faults.length > 0) return again(faults);
  const { family = '', dateOfBirth = '' } = form;
  const answer = await ask('SearchChildren', {
    family: family.trim(),
    given: typed(form['given']),
    dateOfBirth: typed(dateOfBirth),
    first: most,
  });
  if (isRefused(answer)) return context.html(messagePage(messages.refused, frame), 403);
  const said = answer.faults.find(({ code }) => code === 'INVALID_INPUT');
  if (said) return again([{ field: 'family', words: said.message }]);
  const found = answer.data?.searchChildren ?? null;
  return found === null ? context.html(messagePage(messages.noGateway, frame), 503) : show(found);
}

/** Whom a search found, as a file. What was searched for is not in it. */
function foundFile(context: Context<Env>, found: Found): Response {
  const { frame, today } = context.var.desk;
  return csvAnswer(context, {
    ...{ name: 'children', title: 'Children found', columns: foundColumns },
    basis: `The first ${String(most)} of the children whom you may see as ${roleWords(frame.viewer.role)}, by the words of your search.`,
    ...{ period: `On ${dayText(today)}`, asAt: dayText(today) },
    rows: found.length === 0 ? { kind: 'none', seesAll: false } : { kind: 'held', value: found },
  });
}

/** Searching is a form that is sent, so that no name stands in an address. */
export function searchRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/children', (context) =>
    context.html(searchPage({ form: {}, faults: [], found: null }, context.var.desk.frame)),
  );
  routes.post('/children', (context) => {
    const { ask, frame, form } = context.var.desk;
    return search(context, ask, (found) => context.html(searchPage({ form, faults: [], found }, frame)));
  });
  routes.post('/children.csv', (context) =>
    search(context, context.var.desk.askForFile, (found) => foundFile(context, found)),
  );
  return routes;
}
