import { endInLife } from '../../../platform/access/lifetime.js';
import { academicTerm } from '../../../platform/code-sets/academic-term.js';
import { pepState } from './pep-clock.js';
import type { StoredPlan } from './personal-education-plan.repository.js';
import type { PersonalEducationPlan } from './personal-education-plan.type.js';

/**
 * A plan as clients see it on a given day. Every field is named: a new column is never shown by accident. The duty to do
 * it ended the day the child died: no plan becomes due or late after it.
 */
export function toPlan(stored: StoredPlan, today: string, diedOn: string | null): PersonalEducationPlan {
  return {
    term: stored.term,
    dueOn: stored.dueOn,
    completedOn: stored.completedOn,
    quality: stored.quality,
    state: pepState({ dueOn: stored.dueOn, endedOn: endInLife(stored.completedOn, diedOn) }, today),
    pupilPremiumPlusPence: stored.pupilPremiumPlusPence,
  };
}

/** What is told of a plan where the record is shared in part: how it stands against its term, not what was judged or spent. */
export function inPart({ term, dueOn, completedOn, state }: PersonalEducationPlan): PersonalEducationPlan {
  return { term, dueOn, completedOn, state, quality: null, pupilPremiumPlusPence: null };
}

/** The current term's plan first, then the others in the order they come. */
export function currentFirst(plans: readonly PersonalEducationPlan[], today: string): PersonalEducationPlan[] {
  const current = academicTerm(today);
  return [...plans.filter(({ term }) => term === current), ...plans.filter(({ term }) => term !== current)];
}
