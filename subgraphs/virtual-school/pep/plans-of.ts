import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import type { PepToMake } from './duty/peps-to-make.js';
import { standingPlans } from './duty/standing-plan.js';
import { onePlanATerm } from './one-plan-a-term.js';
import { toPlan } from './personal-education-plan.mapper.js';
import type { StoredPlan } from './personal-education-plan.repository.js';
import type { PersonalEducationPlan } from './personal-education-plan.type.js';

/**
 * A child's plans on a day, the latest due first. A plan that is to be made and of which no file tells is one of them, but
 * for one that was no longer to be made before it was due: it was never owed.
 */
export function plansOf(
  written: readonly StoredPlan[],
  toMake: readonly PepToMake[],
  { today, diedOn }: { readonly today: string; readonly diedOn: string | null },
): PersonalEducationPlan[] {
  return standingPlans(onePlanATerm(written), toMake)
    .map((plan) => ({ plan: toPlan(plan, today, diedOn), written: plan.written }))
    .filter((one) => one.written || one.plan.state !== ClockState.STOPPED)
    .map(({ plan }) => plan)
    .sort((one, other) => order(other.dueOn, one.dueOn) || order(one.term, other.term));
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
