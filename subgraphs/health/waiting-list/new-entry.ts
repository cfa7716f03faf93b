import type { HealthService } from './status.js';
import { WaitingStatus } from './status.js';
import type { WaitingListEntryRow } from './waiting-list-entry.row.js';

/** An entry that is made in the hub, not by its provider's file. */
export type NewEntry = Omit<WaitingListEntryRow, 'changedAt'>;

/** Where a child is sent on to. */
export interface Onward {
  readonly service: HealthService;
  readonly providerOds: string;
  /** The day it is sent there. */
  readonly on: string;
}

/** What an entry starts with that says no more than that a referral was received. */
const received = {
  ...{ status: WaitingStatus.REFERRED, priority: null, nextStep: null, nextAppointmentOn: null, version: 1 },
  ...{ supportWhileWaiting: [], clinicianName: null, fromFile: null, confidential: false },
  ...{ baselineOutcomeOn: null, carePlanOn: null, cameOn: null, continuesFrom: null, referralSource: null },
  ...{ referredByOrg: null, referredByPerson: null },
  ...{ referredBy: null, childVoice: null, parentVoice: null, ageAtReferral: null, sex: null, ethnicity: null },
} as const;

/** The provider's own reference of an entry that the hub made: no provider's can be the same. */
const hubReference = (id: string): string => `hub-${id}`;

/**
 * The entry by which a redirected child waits on: the day the first referral was received, who referred and in whose words
 * go with it, and what helps meanwhile. What the first service planned does not.
 */
export function sentOn(
  id: string,
  entry: WaitingListEntryRow,
  { service, providerOds, on }: Onward,
  by: string,
): NewEntry {
  const { childId, receivedOn, supportWhileWaiting, confidential, referredBy, referredByOrg, referralSource } = entry;
  const { childVoice, parentVoice, ageAtReferral, sex, ethnicity } = entry;
  return {
    ...received,
    ...{ id, childId, providerOds, entryRef: hubReference(id), service, statusOn: on, receivedOn },
    ...{ supportWhileWaiting, confidential, referredBy, referredByOrg, referralSource, childVoice, parentVoice },
    ...{ ageAtReferral, sex, ethnicity, continuesFrom: entry.id, cameOn: on, changedBy: by },
  };
}

/** Who refers: the organisation, the person as their token names them, and the person's name. */
interface Referrer {
  readonly org: string;
  readonly sub: string;
  readonly by: string;
}

/** The entry that a referral through the hub begins. */
export function referred(
  id: string,
  referral: Pick<NewEntry, 'childId' | 'service' | 'receivedOn' | 'priority' | 'referredBy'> & {
    readonly providerId: string;
    readonly childVoice?: string | null;
    readonly parentVoice?: string | null;
  },
  { org, sub, by }: Referrer,
): NewEntry {
  const { childId, service, providerId: providerOds, receivedOn, priority, referredBy } = referral;
  const { childVoice = null, parentVoice = null } = referral;
  return {
    ...received,
    ...{ id, childId, providerOds, entryRef: hubReference(id), service, statusOn: receivedOn, receivedOn, priority },
    ...{ referredBy, referredByOrg: org, referredByPerson: sub, childVoice, parentVoice, changedBy: by },
  };
}
