import { type Answer, orUnanswered, unanswered } from '../gateway/answer.js';
import type { Ask } from '../gateway/ask.js';
import { inTime } from '../layout/streamed.js';
import type { ChildCareQuery, ChildSchoolQuery } from '../gateway/operations.generated.js';
import { mondayOf, schoolYearOf, weeksFrom } from '../words/dates.js';
import { type ChildView, childView, type HeadState, headState } from './child.view.js';

/** What of the rest has been answered. */
export interface Rest {
  readonly school?: Answer<ChildSchoolQuery>;
  readonly care?: Answer<ChildCareQuery>;
}

/** A child that is there, of whom not all was answered within the patience there is. */
export interface LateChild {
  readonly school: Promise<Answer<ChildSchoolQuery>>;
  readonly care: Promise<Answer<ChildCareQuery>>;
  /** The page’s view with what was answered; the rest of it could not be asked. */
  readonly view: (rest: Rest) => ChildView;
}

type Whole = { readonly state: 'found'; readonly view: ChildView } | Exclude<HeadState, { state: 'found' }>;

/** Asks for a child: the head decides whether there is one, whatever comes of the rest, which is asked beside it. */
async function askHead(ask: Ask, id: string, today: string) {
  const from = weeksFrom(mondayOf(today), -52);
  const asked = ask('ChildHead', { id });
  const school = ask('ChildSchool', { id, from, lastYear: schoolYearOf(today, 1) });
  const care = ask('ChildCare', { id });
  const rest = Promise.all([school, care]);
  // Where the head says that there is no page, what comes of the rest is nothing to anybody.
  rest.catch(() => undefined);
  const answer = await asked;
  const state = headState(answer);
  if (state.state !== 'found') return state;
  const view: LateChild['view'] = (given) =>
    childView({
      ...{ head: state.head, headFaults: answer.faults, from, today },
      ...{ school: given.school ?? unanswered, care: given.care ?? unanswered },
    });
  return { state: 'found' as const, school, care, rest, view };
}

/** All of a child, however long it takes: for what is kept as a file. */
export async function askChild(ask: Ask, id: string, today: string): Promise<Whole> {
  const found = await askHead(ask, id, today);
  if (found.state !== 'found') return found;
  const [school, care] = await found.rest;
  return { state: 'found', view: found.view({ school, care }) };
}

/** A child, and where the rest is not answered while there is patience, the head and what is still to come. */
export async function askChildFor(
  patience: () => Promise<unknown>,
  ...asked: Parameters<typeof askChild>
): Promise<Whole | { readonly state: 'late'; readonly late: LateChild }> {
  const found = await askHead(...asked);
  if (found.state !== 'found') return found;
  const { school, care, rest, view } = found;
  const told = await inTime(rest, patience);
  if (told) return { state: 'found', view: view({ school: told[0], care: told[1] }) };
  return { state: 'late', late: { school: orUnanswered(school), care: orUnanswered(care), view } };
}
