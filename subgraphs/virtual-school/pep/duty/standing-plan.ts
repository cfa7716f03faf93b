import type { StoredPlan } from '../personal-education-plan.repository.js';
import type { PepToMake } from './peps-to-make.js';

/** One term's plan with what stands over it: written down in a file, or to be made and in none. */
export interface StandingPlan extends Omit<StoredPlan, 'childId'> {
  /** Practice: the day to initiate the first plan by; null of every other. */
  readonly initiateBy: string | null;
  /** The first day on which it is not to be made any more; null where it is not known to be to be made at all. */
  readonly until: string | null;
  /** Whether any file tells of it. */
  readonly written: boolean;
}

/** All that is held of a plan of which no file tells. */
export const unwritten = {
  completedOn: null,
  quality: null,
  pupilPremiumPlusPence: null,
  pupilPremiumPlusAllocatedPence: null,
  designatedTeacherOn: null,
  childViewsOn: null,
  signedOffOn: null,
} as const;

type Written = Omit<StoredPlan, 'childId'>;

/**
 * The plans of a child: those written, one a term, and those to be made of which no file tells. A first plan is due at the
 * earlier of what the file says and the statute; a later one when the file says, if it does.
 */
export function standingPlans(written: readonly Written[], toMake: readonly PepToMake[]): StandingPlan[] {
  const duties = new Map(toMake.map((duty) => [writtenFor(duty, written) ?? duty, duty]));
  return [
    ...written.map((plan) => standing(plan, duties.get(plan))),
    ...toMake
      .filter((duty) => duties.has(duty))
      .map(({ term, dueOn, initiateBy, until }) => {
        return { ...unwritten, term, dueOn, initiateBy, until, written: false };
      }),
  ];
}

/**
 * What is written of a plan that is to be made. The first of a period of care may stand under the term in which care began,
 * though its review is in the next, and is none that was done or due before: a child who returns to care begins anew.
 */
function writtenFor({ term, begunTerm, initiateBy, from }: PepToMake, written: readonly Written[]): Written | null {
  const isOfPeriod = (plan: Written): boolean => initiateBy === null || (plan.completedOn ?? plan.dueOn) >= from;
  const under = (name: string | null) => written.find((plan) => plan.term === name && isOfPeriod(plan));
  return under(term) ?? under(begunTerm) ?? null;
}

function standing(plan: Written, duty: PepToMake | undefined): StandingPlan {
  const { initiateBy = null, until = null, dueOn = plan.dueOn } = duty ?? {};
  const statute = initiateBy !== null && dueOn < plan.dueOn;
  return { ...plan, dueOn: statute ? dueOn : plan.dueOn, initiateBy, until, written: true };
}
