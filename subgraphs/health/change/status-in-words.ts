import type { WaitingStatus } from '../waiting-list/status.js';

/** A status as a list of changes says it. */
export const statusInWords: Readonly<Record<WaitingStatus, string>> = {
  REFERRED: 'Referred',
  TRIAGE: 'Being triaged',
  INFO_NEEDED: 'More information needed',
  ACCEPTED_WAITING: 'Accepted and waiting',
  BOOKED: 'Appointment booked',
  DID_NOT_ATTEND: 'Appointment not attended',
  ON_HOLD: 'On hold',
  SEEN_FIRST: 'Seen for the first time',
  IN_TREATMENT: 'In treatment',
  DISCHARGED: 'Discharged',
  REJECTED: 'Referral not accepted',
  REDIRECTED: 'Redirected to another service',
  WITHDRAWN: 'Referral withdrawn',
  ENTERED_IN_ERROR: 'Entered in error',
};
