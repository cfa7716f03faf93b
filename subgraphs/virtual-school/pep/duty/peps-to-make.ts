import { Temporal } from 'temporal-polyfill';
import { academicTerm, daysOfTerm } from '../../../../platform/code-sets/academic-term.js';
import type { Days } from '../../../../platform/code-sets/attendance-measures.js';
import { bankHolidaysFrom, workingDaysAfter } from '../../../../platform/code-sets/working-days.js';
import { Defect } from '../../../../platform/errors/hub-error.js';
import type { HeldInterval } from '../../cohort/held-interval.js';
import { yearsAfter } from './years-after.js';

/** Practice: within how many working days of becoming looked after the first plan is initiated. domain.md §5. */
const INITIATED_WITHIN = 10;

/**
 * By how many working days after becoming looked after the first plan is ready, for the first review. Care Planning,
 * Placement and Case Review (England) Regulations 2010, regulation 33: the first review is within 20 working days.
 */
const READY_WITHIN = 20;

const FIRST_AGE = 3;
const LAST_AGE = 18;
/** Of a school year. */
const FIRST_DAY = '09-01';

/** One term's plan that is to be made because the child is looked after. Dates are YYYY-MM-DD. */
export interface PepToMake {
  /** Academic year and term: of the first plan, that of its review. */
  readonly term: string;
  /** Of the first plan: the term in which the child became looked after, where that is the one before; else null. */
  readonly begunTerm: string | null;
  /** Practice, of the first plan alone. */
  readonly initiateBy: string | null;
  /** The last day in time: of the first plan by statute, of a later one the last day of its term. */
  readonly dueOn: string;
  /** The first day on which it is to be made. */
  readonly from: string;
  /** The first day on which it is not to be made any more: care has ended, or school. */
  readonly until: string;
}

/**
 * The plans to be made of a child looked after over these periods (as few as can say so, earliest first; none for short
 * breaks): the first of each period within twenty working days, then one each term, from the third birthday to the end of
 * the school year of the eighteenth. A child who returns to care begins anew. While care is open they go on until that
 * end, so that none is missed when a term begins. Where no birthday is known the child is taken to be of age for that
 * long from the first day of care: a plan too many is seen, one too few is not. Two periods in one term make one plan of it, the later period's.
 */
export function pepsToMake(care: readonly HeldInterval[], bornOn: string | null): PepToMake[] {
  const byTerm = new Map(care.flatMap((held) => plansOfPeriod(held, bornOn)).map((plan) => [plan.term, plan]));
  return [...byTerm.values()];
}

function plansOfPeriod(held: HeldInterval, bornOn: string | null): PepToMake[] {
  const ofAge = bornOn === null ? held.from : yearsAfter(bornOn, FIRST_AGE);
  const from = held.from < ofAge ? ofAge : held.from;
  const ended = endOfSchool(bornOn ?? held.from);
  const until = held.until !== null && held.until < ended ? held.until : ended;
  if (until <= from) return [];
  // Whoever was looked after before being of age has no first plan but the term's.
  if (from !== held.from || from < bankHolidaysFrom) return laterPlans(academicTerm(from), from, until);
  const first = firstPlan(from, until);
  return [first, ...laterPlans(termAfter(first.term), from, until)];
}

function firstPlan(from: string, until: string): PepToMake {
  const dueOn = workingDaysAfter(from, READY_WITHIN);
  const [term, begunTerm] = [academicTerm(dueOn), academicTerm(from)];
  const initiateBy = workingDaysAfter(from, INITIATED_WITHIN);
  return { term, begunTerm: begunTerm === term ? null : begunTerm, initiateBy, dueOn, from, until };
}

function laterPlans(firstTerm: string, since: string, until: string): PepToMake[] {
  const plans: PepToMake[] = [];
  for (let term = firstTerm; daysOf(term).from < until; term = termAfter(term)) {
    const days = daysOf(term);
    const from = since < days.from ? days.from : since;
    plans.push({ term, begunTerm: null, initiateBy: null, dueOn: days.to, from, until });
  }
  return plans;
}

function daysOf(term: string): Days {
  const days = daysOfTerm(term);
  if (!days) throw new Defect('A term is not written as one.');
  return days;
}

const termAfter = (term: string): string => academicTerm(dayAfter(daysOf(term).to));

const dayAfter = (on: string): string => Temporal.PlainDate.from(on).add({ days: 1 }).toString();

/** The first day after the school year in which a child turns eighteen. */
function endOfSchool(bornOn: string): string {
  const birthday = yearsAfter(bornOn, LAST_AGE);
  const [year, day] = [Number(birthday.slice(0, 4)), birthday.slice(5)];
  return `${String(day < FIRST_DAY ? year : year + 1)}-${FIRST_DAY}`;
}
