import { registerEnumType } from 'type-graphql';

/** Where a referral stands with a service. Written by the provider, never inferred. */
export enum WaitingStatus {
  REFERRED = 'REFERRED',
  TRIAGE = 'TRIAGE',
  INFO_NEEDED = 'INFO_NEEDED',
  ACCEPTED_WAITING = 'ACCEPTED_WAITING',
  BOOKED = 'BOOKED',
  DID_NOT_ATTEND = 'DID_NOT_ATTEND',
  ON_HOLD = 'ON_HOLD',
  SEEN_FIRST = 'SEEN_FIRST',
  IN_TREATMENT = 'IN_TREATMENT',
  DISCHARGED = 'DISCHARGED',
  REJECTED = 'REJECTED',
  REDIRECTED = 'REDIRECTED',
  WITHDRAWN = 'WITHDRAWN',
  ENTERED_IN_ERROR = 'ENTERED_IN_ERROR',
}

registerEnumType(WaitingStatus, {
  name: 'WaitingStatus',
  description: 'Where a referral stands with a service. The last five are final.',
  valuesConfig: {
    REFERRED: { description: 'The service has received the referral.' },
    TRIAGE: { description: 'The service is deciding whether it can help.' },
    INFO_NEEDED: { description: 'The service has asked the referrer for more before it decides.' },
    ACCEPTED_WAITING: { description: 'Accepted; waiting for an appointment.' },
    BOOKED: { description: 'A first appointment is booked.' },
    DID_NOT_ATTEND: { description: 'The child was not brought to, or missed, the appointment.' },
    ON_HOLD: { description: 'Held for a local reason. The wait goes on counting.' },
    SEEN_FIRST: { description: 'Seen for the first time: the wait ends here.' },
    IN_TREATMENT: { description: 'Treatment or intervention has begun.' },
    DISCHARGED: { description: 'The service has ended its involvement.' },
    REJECTED: { description: 'The service did not accept the referral.' },
    REDIRECTED: { description: 'Sent on to another service, where a new entry keeps the date it was received.' },
    WITHDRAWN: { description: 'The family or the referrer took the referral back.' },
    ENTERED_IN_ERROR: {
      description:
        'Should never have been recorded: in no list, and no reason any more to show the provider the child.',
    },
  },
});

/** The services whose waiting lists the partnership shares. */
export enum HealthService {
  CAMHS = 'CAMHS',
  SALT = 'SALT',
  NEURODEVELOPMENTAL = 'NEURODEVELOPMENTAL',
  OCCUPATIONAL_THERAPY = 'OCCUPATIONAL_THERAPY',
  PHYSIOTHERAPY = 'PHYSIOTHERAPY',
  COMMUNITY_PAEDIATRICS = 'COMMUNITY_PAEDIATRICS',
  MENTAL_HEALTH_SUPPORT_TEAM = 'MENTAL_HEALTH_SUPPORT_TEAM',
  SCHOOL_NURSING = 'SCHOOL_NURSING',
}

const S = WaitingStatus;

// The state machine of domain.md §4.5 with its corrections; a cancelled appointment is not a status of its own but goes
// back from BOOKED to ACCEPTED_WAITING. A status without a line here is final: a new referral is a new entry, and what
// has ended cannot be marked as entered in error afterwards (the design names the open states only).
const NEXT: Readonly<Partial<Record<WaitingStatus, readonly WaitingStatus[]>>> = {
  [S.REFERRED]: [S.TRIAGE, S.REJECTED],
  [S.TRIAGE]: [S.INFO_NEEDED, S.ACCEPTED_WAITING, S.REJECTED, S.REDIRECTED],
  [S.INFO_NEEDED]: [S.TRIAGE, S.REJECTED],
  [S.ACCEPTED_WAITING]: [S.BOOKED, S.ON_HOLD, S.REDIRECTED],
  [S.BOOKED]: [S.ACCEPTED_WAITING, S.DID_NOT_ATTEND, S.SEEN_FIRST],
  [S.DID_NOT_ATTEND]: [S.ACCEPTED_WAITING],
  [S.ON_HOLD]: [S.ACCEPTED_WAITING],
  [S.SEEN_FIRST]: [S.IN_TREATMENT],
  [S.IN_TREATMENT]: [],
};

const FROM_EVERY_OPEN_STATE: readonly WaitingStatus[] = [S.DISCHARGED, S.WITHDRAWN, S.ENTERED_IN_ERROR];

const NEEDING_A_REASON: ReadonlySet<WaitingStatus> = new Set([
  S.REJECTED,
  S.REDIRECTED,
  S.ON_HOLD,
  S.WITHDRAWN,
  S.DISCHARGED,
]);

/** Whether the entry may still change: everything but discharged, rejected, redirected, withdrawn, entered in error. */
export function isOpen(status: WaitingStatus): boolean {
  return NEXT[status] !== undefined;
}

/** The statuses an entry may take next; none from a final one. A status never follows itself. */
export function allowedFrom(status: WaitingStatus): readonly WaitingStatus[] {
  const next = NEXT[status];
  return next ? [...next, ...FROM_EVERY_OPEN_STATE] : [];
}

/** Whether a change to this status must say why, so that the family and the referrer can be told. */
export function requiresReason(to: WaitingStatus): boolean {
  return NEEDING_A_REASON.has(to);
}
