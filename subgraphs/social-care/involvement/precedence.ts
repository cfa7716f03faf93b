import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { openOn, type StatusSpan } from './intervals.js';

// domain.md §2.3 as far as early help (looked after, protection plan, Child in Need plan, open referral or assessment,
// early help). After it, ours: having been looked after brings rights of the child's own, kinship support does not.
const MOST_SERIOUS_FIRST: readonly SocialCareStatus[] = [
  SocialCareStatus.LOOKED_AFTER,
  SocialCareStatus.CHILD_PROTECTION,
  SocialCareStatus.CHILD_IN_NEED,
  SocialCareStatus.ASSESSMENT,
  SocialCareStatus.EARLY_HELP,
  SocialCareStatus.PREVIOUSLY_LOOKED_AFTER,
  SocialCareStatus.KINSHIP,
  SocialCareStatus.CLOSED,
];

/**
 * The most serious status held on a day; null where none was. What has ended is not inferred to be CLOSED: it is CLOSED
 * only where a source says so, since those who see the current fact alone are not to learn of the past from it.
 */
export function statusOn(spans: readonly StatusSpan[], on: string): SocialCareStatus | null {
  const held = new Set(spans.filter((span) => openOn(span, on)).map(({ status }) => status));
  return MOST_SERIOUS_FIRST.find((status) => held.has(status)) ?? null;
}
