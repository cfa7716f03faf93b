import type { Ask } from '../gateway/ask.js';
import { mondayOf, schoolYearOf, weeksFrom } from '../words/dates.js';
import { type ChildView, childView, type HeadState, headState } from './child.view.js';

type Found = { readonly state: 'found'; readonly view: ChildView } | Exclude<HeadState, { state: 'found' }>;

/** Asks for a child: the head decides whether there is one, and the rest is asked beside it. */
export async function askChild(ask: Ask, id: string, today: string): Promise<Found> {
  const from = weeksFrom(mondayOf(today), -52);
  const [answer, school, care] = await Promise.all([
    ask('ChildHead', { id }),
    ask('ChildSchool', { id, from, lastYear: schoolYearOf(today, 1) }),
    ask('ChildCare', { id }),
  ]);
  const state = headState(answer);
  if (state.state !== 'found') return state;
  return {
    state: 'found',
    view: childView({ head: state.head, headFaults: answer.faults, school, care, from, today }),
  };
}
