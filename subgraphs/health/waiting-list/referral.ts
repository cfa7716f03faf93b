import { Temporal } from 'temporal-polyfill';
import type { Related } from '../../../platform/db/consequences.js';
import { isOpen, WaitingStatus } from './status.js';

/** An entry, as far as it connects its provider with the child. */
export interface ReferredEntry {
  readonly childId: string;
  readonly providerOds: string;
  readonly entryRef: string;
  readonly status: WaitingStatus;
  readonly statusOn: string;
  readonly receivedOn: string;
  /** The day it came to this provider, where it was received elsewhere first. */
  readonly cameOn: string | null;
}

// Ours: long enough to close the case, to tell the family and the referrer, and to put a wrong closure right.
const daysAfterTheEnd = 28;

/** The first day on which an entry no longer connects its provider with the child; null while it does. */
function endOf({ status, statusOn, receivedOn, cameOn }: ReferredEntry): string | null {
  if (isOpen(status)) return null;
  // Should never have been recorded: it never opened anything, and there is nothing to close after it.
  if (status === WaitingStatus.ENTERED_IN_ERROR) return cameOn ?? receivedOn;
  return Temporal.PlainDate.from(statusOn).add({ days: daysAfterTheEnd }).toString();
}

/** What an entry is to its provider: a referral of the child, from the day it came there, while it is open and a little after. */
export function referralOf(entry: ReferredEntry): Related {
  const { childId, providerOds, entryRef, receivedOn, cameOn } = entry;
  return {
    childId,
    grantee: `org:${providerOds}`,
    basis: 'REFERRAL',
    reference: `entry/${entryRef}`,
    from: cameOn ?? receivedOn,
    until: endOf(entry),
  };
}
