import type { HealthService, WaitingStatus } from '../gateway/operations.generated.js';

/** The services whose lists can be asked for by name. */
export const services = [
  'CAMHS',
  'COMMUNITY_PAEDIATRICS',
  'MENTAL_HEALTH_SUPPORT_TEAM',
  'NEURODEVELOPMENTAL',
  'OCCUPATIONAL_THERAPY',
  'PHYSIOTHERAPY',
  'SALT',
  'SCHOOL_NURSING',
] as const satisfies readonly HealthService[];

/** The statuses in which a child waits; others have ended. */
export const openStatuses = [
  'REFERRED',
  'TRIAGE',
  'INFO_NEEDED',
  'ACCEPTED_WAITING',
  'BOOKED',
  'DID_NOT_ATTEND',
  'ON_HOLD',
] as const satisfies readonly WaitingStatus[];

export interface WaitingFilter {
  readonly service: HealthService | null;
  readonly status: WaitingStatus | null;
  /** Only those past their standard. */
  readonly past: boolean;
  /** What of the address could not be taken, in a sentence; null where nothing. */
  readonly note: string | null;
}

/** Waits that a page of the list has. */
export const pageSize = 25;

/** What the hub is asked for by a choice. */
export const askedBy = ({ service, status, past }: WaitingFilter) => ({
  ...(service === null ? {} : { services: [service] }),
  statuses: status === null ? [...openStatuses] : [status],
  ...(past ? { breached: true } : {}),
});

/** What an address asks for; a value that is none falls back, and the page says so. */
export function waitingFilter({ service = '', status = '', past }: Readonly<Record<string, string>>): WaitingFilter {
  const ofService = services.find((one) => one === service);
  const ofStatus = openStatuses.find((one) => one === status);
  const bad = (service !== '' && !ofService) || (status !== '' && !ofStatus);
  return {
    service: ofService ?? null,
    status: ofStatus ?? null,
    past: past === 'yes',
    note: bad ? 'A part of the address is not known and was left out.' : null,
  };
}
