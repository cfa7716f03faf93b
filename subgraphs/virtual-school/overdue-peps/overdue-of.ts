import type { PepToMake } from '../pep/duty/peps-to-make.js';
import { type StandingPlan, standingPlans } from '../pep/duty/standing-plan.js';
import { onePlanATerm } from '../pep/one-plan-a-term.js';
import type { StoredPlan } from '../pep/personal-education-plan.repository.js';

/**
 * The plan of a child that has been overdue longest, of those since the last that was completed: what was never made before
 * that is made up for by it. Null where none is. `toMake` are the plans of care that is open.
 */
export function overdueOf(
  written: readonly StoredPlan[],
  toMake: readonly PepToMake[],
  today: string,
): StandingPlan | null {
  const owed = standingPlans(onePlanATerm(written), toMake)
    .filter(({ until }) => until !== null)
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
  const lastDone = owed.findLastIndex(({ completedOn }) => completedOn !== null);
  return owed.slice(lastDone + 1).find(({ dueOn }) => dueOn < today) ?? null;
}
