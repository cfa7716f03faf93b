import type { StoredPlan } from './personal-education-plan.repository.js';

type Plan = Omit<StoredPlan, 'childId'>;

/**
 * A child has one plan a term, in the order they come. Where two records of the child say two, the one that has come
 * further is shown: completed, and latest; then judged; then due later; then signed off, with the child's views, with the
 * teacher's part, with what was spent, and with what was allocated.
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
function progressOf(plan: Plan): string {
  const day = (on: string | null): string => on ?? '0000-00-00';
  const pence = (amount: number | null): string => (amount === null ? '' : String(amount).padStart(10, '0'));
  return [
    ...[day(plan.completedOn), plan.quality ?? '', plan.dueOn],
    ...[day(plan.signedOffOn), day(plan.childViewsOn), day(plan.designatedTeacherOn)],
    ...[pence(plan.pupilPremiumPlusPence), pence(plan.pupilPremiumPlusAllocatedPence)],
  ].join(' ');
}
