import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';

/** The statuses of a plan, the more serious first. */
export const PLAN_STATUSES = [SocialCareStatus.CHILD_PROTECTION, SocialCareStatus.CHILD_IN_NEED] as const;

export type PlanStatus = (typeof PLAN_STATUSES)[number];
