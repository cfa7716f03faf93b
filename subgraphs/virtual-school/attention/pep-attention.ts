import { Temporal } from 'temporal-polyfill';
import type { AttentionFact } from '../../../platform/vocabulary/attention-fact.js';
import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import { daysOfTerm } from '../../../platform/code-sets/academic-term.js';
import type { PepToMake } from '../pep/duty/peps-to-make.js';
import { type StandingPlan, standingPlans } from '../pep/duty/standing-plan.js';
import { onePlanATerm } from '../pep/one-plan-a-term.js';
import type { StoredPlan } from '../pep/personal-education-plan.repository.js';

type Written = readonly Omit<StoredPlan, 'childId'>[];

/**
 * The written Personal Education Plans of a child that are overdue, or will be: from the day after the last in time until one that
 * was due then or later is completed, which makes up for it, or it is not to be made any more.
 */
export function pepAttention(written: Written, toMake: readonly PepToMake[]): AttentionFact[] {
  return overdue(written, toMake, (plan) => (plan.written ? { until: null, fact: `${nameOf(plan)}.` } : null));
}

/**
 * The same of those that are to be made and of which no file tells: a child looked after without a plan is no child who needs
 * none. That there is one to be made is social care's word, so they are told under its rules too. Before the term of the first
 * plan that any file tells of (`toldFrom`; null where none does) no plan is missed, for nobody told us of those terms: such a
 * one is told of within its own term alone, as in the list of plans that are overdue.
 */
export function unwrittenPepAttention(
  written: Written,
  toMake: readonly PepToMake[],
  toldFrom: string | null,
): AttentionFact[] {
  return overdue(written, toMake, (plan) => {
    if (plan.written) return null;
    const isMissed = toldFrom !== null && plan.term >= toldFrom;
    return { until: isMissed ? null : dayAfterTerm(plan.term), fact: `${nameOf(plan)}; none is known to be made.` };
  });
}

const nameOf = ({ term, dueOn }: StandingPlan): string =>
  `The Personal Education Plan of ${term} was due by ${dayInWords(dueOn)}`;

/** What is told of a plan that is overdue, and by when at the latest; null where nothing is. */
type Told = { readonly until: string | null; readonly fact: string } | null;

function overdue(written: Written, toMake: readonly PepToMake[], tell: (plan: StandingPlan) => Told): AttentionFact[] {
  const plans = standingPlans(onePlanATerm(written), toMake).filter((plan) => plan.until !== null);
  return plans.flatMap((plan) => {
    const told = tell(plan);
    if (!told) return [];
    const done = plans.filter((other) => other.dueOn >= plan.dueOn).map(({ completedOn }) => completedOn);
    const [until = null] = [...done, plan.until, told.until].flatMap((day) => day ?? []).sort();
    const from = dayAfter(plan.dueOn);
    if (until !== null && until <= from) return [];
    const key = `PEP_OVERDUE/${plan.term}`;
    return [{ key, kind: 'PEP_OVERDUE', facet: null, fact: told.fact, since: from, from, until }];
  });
}

const dayAfter = (on: string): string => Temporal.PlainDate.from(on).add({ days: 1 }).toString();

function dayAfterTerm(term: string): string | null {
  const days = daysOfTerm(term);
  return days ? dayAfter(days.to) : null;
}
