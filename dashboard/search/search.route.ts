import { Hono } from 'hono';
import type { Env } from '../desk.js';
import { isDay } from '../words/dates.js';
import { typed } from '../words/typed.js';
import type { FieldFault } from '../component/form.js';
import { messagePage, messages } from '../layout/message-page.js';
import { isRefused } from '../desk.js';
import { searchPage } from './search.page.js';

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

/** Searching is a form that is sent, so that no name stands in an address. */
export function searchRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/children', (context) =>
    context.html(searchPage({ form: {}, faults: [], found: null }, context.var.desk.frame)),
  );
  routes.post('/children', async (context) => {
    const { ask, frame, form } = context.var.desk;
    const faults = searchFaults(form);
    if (faults.length > 0) return context.html(searchPage({ form, faults, found: null }, frame), 400);
    const { family = '', dateOfBirth = '' } = form;
    const answer = await ask('SearchChildren', {
      family: family.trim(),
      given: typed(form['given']),
      dateOfBirth: typed(dateOfBirth),
      first: most,
    });
    if (isRefused(answer)) return context.html(messagePage(messages.refused, frame), 403);
    const said = answer.faults.find(({ code }) => code === 'INVALID_INPUT');
    if (said)
      return context.html(
        searchPage({ form, faults: [{ field: 'family', words: said.message }], found: null }, frame),
        400,
      );
    const found = answer.data?.searchChildren ?? null;
    if (found === null) return context.html(messagePage(messages.noGateway, frame), 503);
    return context.html(searchPage({ form, faults: [], found }, frame));
  });
  return routes;
}
