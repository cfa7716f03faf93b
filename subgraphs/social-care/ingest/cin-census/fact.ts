import type { SocialCareStatus } from '../../../../platform/vocabulary/social-care-status.js';
import type { DeathFact } from '../death.js';
import type { StatusIntervalFact } from '../status-interval.js';

/** A Child in Need or child protection plan and its reviews. */
export interface PlanFact {
  readonly kind: 'plan';
  readonly status: SocialCareStatus.CHILD_IN_NEED | SocialCareStatus.CHILD_PROTECTION;
  readonly startedOn: string;
  /** First day the plan no longer held; null while it holds. */
  readonly endedOn: string | null;
  /** The latest review held; null before the first. */
  readonly reviewedOn: string | null;
  /** The last day by which an open child protection plan is to be reviewed next; null for any other. */
  readonly nextReviewOn: string | null;
  /** Unique within the child and source, and the same in the next file. */
  readonly sourceRef: string;
}

/** What the CIN census gives: who was in need, on which footing and when, the plans, and the death of a child. */
export type CinFact = StatusIntervalFact | PlanFact | DeathFact;
