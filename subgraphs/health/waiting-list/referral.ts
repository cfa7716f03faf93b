import { Temporal } from 'temporal-polyfill';
import type { Related } from '../../../platform/db/consequences.js';
import { isOpen, type WaitingStatus } from './status.js';

/** An entry, as far as it connects its provider with the child. */
export interface ReferredEntry {
  readonly childId: string;
  readonly providerOds: string;
  readonly entryRef: string;
  readonly status: WaitingStatus;
  readonly statusOn: string;
  readonly receivedOn: string;
}

// Ours: long enough to close the case, to tell the family and the referrer, and to put a wrong closure right.
const daysAfterTheEnd = 28;

/** What an entry is to its provider: a referral of the child, while it is open and a little after. */
export function referralOf({ childId, providerOds, entryRef, status, statusOn, receivedOn }: ReferredEntry): Related {
  const ended = Temporal.PlainDate.from(statusOn).add({ days: daysAfterTheEnd }).toString();
  return {
    childId,
    grantee: `org:${providerOds}`,
    basis: 'REFERRAL',
    reference: `entry/${entryRef}`,
    from: receivedOn,
    until: isOpen(status) ? null : ended,
  };
}
