import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';

/** A Child in Need or child protection plan: dates only, never what it says. YYYY-MM-DD. */
export interface CarePlan {
  readonly kind: SocialCareStatus.CHILD_IN_NEED | SocialCareStatus.CHILD_PROTECTION;
  readonly startedOn: string;
  /** The first day it no longer held; null while it holds. */
  readonly endedOn: string | null;
  /** The latest review; null before the first. */
  readonly reviewedOn: string | null;
  /** The last day by which it is to be reviewed next; null where nothing sets one. */
  readonly nextReviewOn: string | null;
}

const moreSerious = (a: CarePlan, b: CarePlan): boolean =>
  a.kind === b.kind ? lastOf(a) > lastOf(b) : a.kind === SocialCareStatus.CHILD_PROTECTION;

const lastOf = ({ startedOn, reviewedOn, nextReviewOn }: CarePlan): string =>
  [startedOn, reviewedOn ?? '', nextReviewOn ?? ''].join(' ');

/**
 * The plan that holds on a day; null where none does. Protection comes before Child in Need, as in the order of
 * statuses, and of two of a kind (a file's fault, two councils, or two records of one child) the later to start, then
 * the one that knows of the later review.
 */
export function openPlan(plans: readonly CarePlan[], on: string): CarePlan | null {
  return plans
    .filter(({ startedOn, endedOn }) => startedOn <= on && (endedOn === null || on < endedOn))
    .reduce<CarePlan | null>((best, plan) => (best === null || moreSerious(plan, best) ? plan : best), null);
}
