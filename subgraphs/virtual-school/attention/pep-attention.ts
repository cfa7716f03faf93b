import { Temporal } from 'temporal-polyfill';
import type { AttentionFact } from '../../../platform/vocabulary/attention-fact.js';
import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import type { PepToMake } from '../pep/duty/peps-to-make.js';
import { standingPlans } from '../pep/duty/standing-plan.js';
import { onePlanATerm } from '../pep/one-plan-a-term.js';
import type { StoredPlan } from '../pep/personal-education-plan.repository.js';

/**
 * The written Personal Education Plans of a child that are overdue, or will be: from the day after the last in time until one that
 * was due then or later is completed, which makes up for it, or it is not to be made any more. A plan of which no file tells is
 * not told of here: that there is one to be made is social care's word, and not everybody who may see plans is told that.
 */
export function pepAttention(
  written: readonly Omit<StoredPlan, 'childId'>[],
  toMake: readonly PepToMake[],
): AttentionFact[] {
  const plans = standingPlans(onePlanATerm(written), toMake).filter((plan) => plan.written && plan.until !== null);
  return plans.flatMap(({ term, dueOn, until: duty }) => {
    const done = plans.filter((other) => other.dueOn >= dueOn).map(({ completedOn }) => completedOn);
    const [until = null] = [...done, duty].flatMap((day) => day ?? []).sort();
    const from = Temporal.PlainDate.from(dueOn).add({ days: 1 }).toString();
    if (until !== null && until <= from) return [];
    const fact = `The Personal Education Plan of ${term} was due by ${dayInWords(dueOn)}.`;
    return [{ key: `PEP_OVERDUE/${term}`, kind: 'PEP_OVERDUE', facet: null, fact, since: from, from, until }];
  });
}
