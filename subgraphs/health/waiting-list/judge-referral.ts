import { hasDied } from '../../../platform/access/lifetime.js';
import { boundsOn } from '../../../platform/ingest/bounds.js';

/** A referral as it is asked for. */
export interface Referral {
  readonly receivedOn: string;
  readonly priority?: string | null;
  readonly referredBy: string;
}

/** What came of a referral, as it is remembered under its idempotency key: codes and ids only. */
export type ReferralOutcome =
  | { readonly outcome: 'REFERRED' | 'ALREADY'; readonly id: string }
  | { readonly outcome: 'INVALID'; readonly field: string; readonly because: string };

/** How urgent a referral is. */
export const isPriority = (said: string): said is 'ROUTINE' | 'URGENT' => said === 'ROUTINE' || said === 'URGENT';

export const notTaken = (field: string, because: string): ReferralOutcome => ({ outcome: 'INVALID', field, because });

/** What of a referral cannot be taken, on a given day, of a child who died on the day given; null where all can. Pure. */
export function referralFault(
  { receivedOn, priority, referredBy }: Referral,
  diedOn: string | null,
  today: string,
): ReferralOutcome | null {
  if (hasDied(diedOn, today)) return notTaken('childId', 'No referral is made for a child who has died.');
  if (receivedOn > today) return notTaken('receivedOn', 'It cannot be after today.');
  if (receivedOn < boundsOn(today).event.first)
    return notTaken('receivedOn', 'It is before any child of the hub was born.');
  if (priority && !isPriority(priority)) return notTaken('priority', 'It is ROUTINE, URGENT, or left out.');
  if (referredBy.trim() === '') return notTaken('referredBy', 'Say who refers, so that the provider can answer.');
  return null;
}
