import type { StoredPlan } from './personal-education-plan.repository.js';

type Plan = Omit<StoredPlan, 'childId'>;

/**
 * A child has one plan a term, in the order they come. Where two records of the child say two, the one that has come
 * further is shown: completed, and latest; then judged; then due later; then with what was spent.
 */
export function onePlanATerm<Stored extends Plan>(plans: readonly Stored[]): Stored[] {
  const furthest = new Map<string, Stored>();
  for (const plan of plans) {
    const other = furthest.get(plan.term);
    if (!other || progressOf(other) < progressOf(plan)) furthest.set(plan.term, plan);
  }
  return plans.filter((plan) => furthest.get(plan.term) === plan);
}

// Dates of one shape and digits of one width: they compare as text.
function progressOf({ completedOn, quality, dueOn, pupilPremiumPlusPence: pence }: Plan): string {
  const spent = pence === null ? '' : String(pence).padStart(10, '0');
  return [completedOn ?? '0000-00-00', quality ?? '', dueOn, spent].join(' ');
}
