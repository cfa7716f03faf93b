import type { Wait } from '../child.js';
import { addDays, later, onWeekday } from '../dates.js';
import type { Random } from '../random.js';
import { dayBetween, daysInBand } from './interval.js';
import { services, type Service } from './services.js';

/** What makes a referral likelier. */
export interface Referred {
  readonly cohort: number;
  readonly dob: string;
  readonly senProvision: 'N' | 'K' | 'E';
  readonly known: boolean;
  /** Known to no other agency: the waiting list is why the child is in the area's files at all. */
  readonly onlyHere: boolean;
}

/** Statuses of domain.md §4.5 by how often a list shows them. */
const statuses: readonly (readonly [status: string, weight: number])[] = [
  ['REFERRED', 7],
  ['TRIAGE', 7],
  ['INFO_NEEDED', 3],
  ['ACCEPTED_WAITING', 50],
  ['BOOKED', 9],
  ['DID_NOT_ATTEND', 2],
  ['ON_HOLD', 2],
  ['SEEN_FIRST', 5],
  ['IN_TREATMENT', 6],
  ['DISCHARGED', 4],
  ['REJECTED', 3],
  ['REDIRECTED', 1],
  ['WITHDRAWN', 1.5],
  ['ENTERED_IN_ERROR', 0.3],
];
/** Days from referral within which an entry leaves these early statuses. */
const earlyDays: Readonly<Record<string, number>> = { REFERRED: 9, TRIAGE: 24, INFO_NEEDED: 45 };
const reasons: Readonly<Record<string, readonly string[]>> = {
  ON_HOLD: ['Family asked to wait until the new year', 'In hospital'],
  DISCHARGED: ['Goals met', 'Did not attend twice; referrer told'],
  REJECTED: ['Below the age the service sees', 'Needs met by the universal offer', 'Lives outside the area'],
  REDIRECTED: ['Better met by another service'],
  WITHDRAWN: ['Parent withdrew the referral', 'Moved away'],
};
const nextSteps: Readonly<Record<string, string>> = {
  REFERRED: 'Triage within ten working days',
  TRIAGE: 'Decision by the triage panel',
  INFO_NEEDED: 'School to send the observation form',
  DID_NOT_ATTEND: 'Call the family to offer another day',
  SEEN_FIRST: 'Formulation and plan',
  IN_TREATMENT: 'Review of progress',
};

/** The child's waiting-list entries; `nextRef` hands out a provider's own references. */
export function drawWaits(
  random: Random,
  child: Referred,
  asAt: string,
  nextRef: (service: Service) => string,
): readonly Wait[] {
  const likelier = { N: 0.75, K: 2.1, E: 2.4 }[child.senProvision] * (child.known ? 1.7 : 1);
  const drawn = services.filter((service) => random.chance(service.share(child.cohort) * likelier));
  const fallback = child.cohort > 0 && random.chance(0.7) ? 'SALT' : 'COMMUNITY_PAEDIATRICS';
  const chosen = drawn.length > 0 || !child.onlyHere ? drawn : services.filter(({ name }) => name === fallback);
  return chosen.map((service) => drawWait(random, child.dob, asAt, service, nextRef(service)));
}

function drawWait(random: Random, dob: string, asAt: string, service: Service, ref: string): Wait {
  const status = random.weighted(statuses);
  const early = earlyDays[status];
  const days = early === undefined ? daysInBand(random, service.waiting) : random.int(0, early);
  const receivedOn = later(dob, addDays(asAt, -days));
  const accepted = addDays(receivedOn, 14);
  const statusOn = status === 'REFERRED' || accepted > asAt ? receivedOn : dayBetween(random, accepted, asAt);
  const booked = status === 'BOOKED' || (status === 'IN_TREATMENT' && random.chance(0.6));
  const waiting = ['ACCEPTED_WAITING', 'BOOKED', 'ON_HOLD'].includes(status);
  return {
    provider: service.provider,
    ref,
    service: service.name,
    status,
    statusOn,
    priority: random.chance(0.08) ? 'URGENT' : 'ROUTINE',
    receivedOn,
    nextStep: waiting ? service.firstStep : (nextSteps[status] ?? ''),
    nextAppointmentOn: booked ? onWeekday(addDays(asAt, random.int(3, 40))) : null,
    support: service.support.filter(() => random.chance(0.6)),
    referredBy: random.pick(service.referrers),
    reason: reasons[status] ? random.pick(reasons[status]) : '',
    clinician: ['BOOKED', 'SEEN_FIRST', 'IN_TREATMENT'].includes(status) ? random.pick(service.clinicians) : '',
  };
}
