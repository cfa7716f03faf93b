import { endInLife } from '../../../platform/access/lifetime.js';
import { academicTerm } from '../../../platform/code-sets/academic-term.js';
import type { StandingPlan } from './duty/standing-plan.js';
import { pepState } from './pep-clock.js';
import type { PersonalEducationPlan } from './personal-education-plan.type.js';

/**
 * A plan as clients see it on a given day. Every field is named: a new column is never shown by accident. The duty to do
 * it ended the day care did, or the child died: no plan becomes due or late after it.
 */
export function toPlan(plan: StandingPlan, today: string, diedOn: string | null): PersonalEducationPlan {
  const endedOn = endInLife(endInLife(plan.completedOn, plan.until), diedOn);
  return {
    term: plan.term,
    initiateBy: plan.initiateBy,
    dueOn: plan.dueOn,
    completedOn: plan.completedOn,
    quality: plan.quality,
    state: pepState({ dueOn: plan.dueOn, endedOn }, today),
    pupilPremiumPlusPence: plan.pupilPremiumPlusPence,
    pupilPremiumPlusAllocatedPence: plan.pupilPremiumPlusAllocatedPence,
    designatedTeacherOn: plan.designatedTeacherOn,
    childViewsOn: plan.childViewsOn,
    signedOffOn: plan.signedOffOn,
  };
}

/** What is told of a plan where the record is shared in part: how it stands against its term, not who did what, was judged or spent. */
export function inPart(plan: PersonalEducationPlan): PersonalEducationPlan {
  const { term, initiateBy, dueOn, completedOn, state } = plan;
  return {
    ...{ term, initiateBy, dueOn, completedOn, state, quality: null },
    ...{ pupilPremiumPlusPence: null, pupilPremiumPlusAllocatedPence: null },
    ...{ designatedTeacherOn: null, childViewsOn: null, signedOffOn: null },
  };
}

/** The current term's plan first, then the others in the order they come. */
export function currentFirst(plans: readonly PersonalEducationPlan[], today: string): PersonalEducationPlan[] {
  const current = academicTerm(today);
  return [...plans.filter(({ term }) => term === current), ...plans.filter(({ term }) => term !== current)];
}
