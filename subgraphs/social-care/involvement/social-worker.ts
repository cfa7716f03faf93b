import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { WorkerRole } from '../../../platform/vocabulary/worker-role.js';
import { openOn, type StatusSpan } from './intervals.js';

/**
 * What a social worker always leads: care and a protection plan. A Child in Need plan may be led by somebody else, and an
 * assessment by itself does not say who holds it. Source: Working Together to Safeguard Children 2023, chapter 3.
 */
export const LED_BY_A_SOCIAL_WORKER: readonly SocialCareStatus[] = [
  SocialCareStatus.LOOKED_AFTER,
  SocialCareStatus.CHILD_PROTECTION,
];

/**
 * Whether a social worker works with a child on a day, by the statuses held and the workers allocated then: true with a
 * social worker's allocation, a protection plan or care; false where others are named and none of them is a social
 * worker; null where nobody is named, for then nobody here knows.
 */
export function socialWorkerOn(
  spans: readonly StatusSpan[],
  workers: readonly { readonly role: WorkerRole }[],
  day: string,
): boolean | null {
  if (workers.some(({ role }) => role === WorkerRole.SOCIAL_WORKER)) return true;
  if (spans.some((span) => LED_BY_A_SOCIAL_WORKER.includes(span.status) && openOn(span, day))) return true;
  return workers.length > 0 ? false : null;
}
