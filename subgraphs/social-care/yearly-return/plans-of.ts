import { Temporal } from 'temporal-polyfill';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import type { CarePlan } from '../plan/open-plan.js';
import type { Spell } from './spell.js';

const kinds = new Map<Spell['kind'], CarePlan['kind']>([
  ['CHILD_IN_NEED_PLAN', SocialCareStatus.CHILD_IN_NEED],
  ['CHILD_PROTECTION_PLAN', SocialCareStatus.CHILD_PROTECTION],
]);

/** The plans among the spells that stand, those that held no day apart. */
export function plansOf(spells: readonly Spell[]): CarePlan[] {
  return spells.flatMap(({ kind: of, from, until, reviewedOn }) => {
    const kind = kinds.get(of);
    if (kind === undefined || from === until) return [];
    const reviewed = kind === SocialCareStatus.CHILD_PROTECTION && until === null;
    const nextReviewOn = reviewed ? nextReview(from, reviewedOn) : null;
    return [{ kind, startedOn: from, endedOn: until, reviewedOn, nextReviewOn }];
  });
}

/** First within three months of the start, then within six of the last. Source: Working Together to Safeguard Children. */
function nextReview(startedOn: string, reviewedOn: string | null): string {
  const months = reviewedOn === null ? 3 : 6;
  return Temporal.PlainDate.from(reviewedOn ?? startedOn)
    .add({ months })
    .toString();
}
