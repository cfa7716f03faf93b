import { Temporal } from 'temporal-polyfill';
import { type DateBound, rangeFault } from '../../../../platform/ingest/bounds.js';
import { isoDate } from '../../../../platform/ingest/plain-date.js';
import { SocialCareStatus } from '../../../../platform/vocabulary/social-care-status.js';
import type { PlanFact } from './fact.js';
import type { CinPlan } from './parse.js';

/** Where a part is left out: under which published rule, and why. */
export type LeaveOut = (rule: string, reason: string) => void;

interface PlanKind {
  readonly status: PlanFact['status'];
  readonly words: string;
  readonly startRule: string;
  readonly endRule: string;
  readonly sameDayRule: string;
}

/** Rule numbers: CIN census business rules 2022/23. */
export const childInNeed: PlanKind = {
  status: SocialCareStatus.CHILD_IN_NEED,
  words: 'CIN plan',
  startRule: 'cin-4010',
  endRule: 'cin-4011',
  sameDayRule: 'cin-4012Q',
};
export const childProtection: PlanKind = {
  status: SocialCareStatus.CHILD_PROTECTION,
  words: 'child protection plan',
  startRule: 'cin-8720',
  endRule: 'cin-8925',
  sameDayRule: 'cin-8840',
};

/**
 * A plan as a fact, or null with the reason noted. A plan without an end of its own ended when the case was closed.
 */
export function planOf(
  plan: CinPlan,
  kind: PlanKind,
  closedOn: string | null,
  bound: DateBound,
  leaveOut: LeaveOut,
): PlanFact | null {
  const startedOn = isoDate.read(plan.start);
  if (startedOn === null) {
    leaveOut(kind.startRule, `The start date of a ${kind.words} is missing or is not a date.`);
    return null;
  }
  const endedOn = plan.end === '' ? closedOn : isoDate.read(plan.end);
  if (plan.end !== '' && (endedOn === null || endedOn < startedOn)) {
    leaveOut(kind.endRule, `The end date of a ${kind.words} is not a date, or is before its start.`);
    return null;
  }
  if (endedOn !== null && endedOn < startedOn) {
    leaveOut('cin-8565', `A ${kind.words} starts after its case was closed (CINclosureDate).`);
    return null;
  }
  if (endedOn === startedOn) {
    const ends = plan.end === '' ? 'its case was closed (CINclosureDate)' : 'it ends';
    leaveOut(kind.sameDayRule, `A ${kind.words} starts on the day ${ends}: it was held on no day.`);
    return null;
  }
  const outside =
    rangeFault(bound, `The start date of a ${kind.words}`, startedOn) ??
    rangeFault(bound, `The end date of a ${kind.words}`, endedOn);
  if (outside) {
    leaveOut(outside.rule, outside.reason);
    return null;
  }
  const reviewedOn = lastReview(plan.reviews, startedOn, bound, leaveOut);
  return {
    kind: 'plan',
    status: kind.status,
    startedOn,
    endedOn,
    reviewedOn,
    nextReviewOn: kind === childProtection && endedOn === null ? nextReview(startedOn, reviewedOn) : null,
    sourceRef: `${kind.status}/${startedOn}`,
  };
}

function lastReview(
  reviews: readonly string[],
  startedOn: string,
  bound: DateBound,
  leaveOut: LeaveOut,
): string | null {
  let last: string | null = null;
  for (const text of reviews) {
    const review = isoDate.read(text);
    if (review === null) leaveOut('cin-8842Q', 'A review date is missing or is not a date.');
    else if (review <= startedOn)
      leaveOut('cin-8841', 'A review date is not after the start of its child protection plan.');
    else {
      const outside = rangeFault(bound, 'A review date', review);
      if (outside) leaveOut(outside.rule, outside.reason);
      else if (last === null || review > last) last = review;
    }
  }
  return last;
}

/** First within three months of the start, then within six of the last. Source: Working Together to Safeguard Children. */
function nextReview(startedOn: string, reviewedOn: string | null): string {
  const months = reviewedOn === null ? 3 : 6;
  return Temporal.PlainDate.from(reviewedOn ?? startedOn)
    .add({ months })
    .toString();
}
