import { Temporal } from 'temporal-polyfill';
import { granteeOf } from '../../../../platform/access/rule.js';
import type { Claims } from '../../../../platform/auth/claims.js';
import { InvalidInput } from '../../../../platform/errors/hub-error.js';
import { ClockState } from '../../../../platform/vocabulary/clock-state.js';
import { isAmong, providerStaff } from '../../../../platform/vocabulary/role-groups.js';
import type { HealthService, WaitingStatus } from '../status.js';
import { namedService, type ToldService } from '../told-service.js';
import type { WaitingListEntry } from '../waiting-list-entry.type.js';
import type { ListedPlace } from './listed-entries.repository.js';
import type { WaitingListFilter } from './waiting-list-filter.type.js';

const mostAPage = 100;
const mostWeeks = 2000;

/** What is asked of a waiting list. */
export interface AskedList {
  readonly first: number;
  /** Nothing can be on it. */
  readonly none: boolean;
  /** Through whom alone children are listed; through all of the caller's where undefined. */
  readonly grantee: string | undefined;
  readonly narrowing: Narrowing;
  readonly leastWeeks: number | null;
  readonly breached: boolean | null;
}

/** Which entries are meant; all where null. */
interface Narrowing {
  readonly services: readonly HealthService[] | null;
  readonly statuses: readonly WaitingStatus[] | null;
  readonly provider: string | null;
  /** Received on this day or before it. */
  readonly receivedBy: string | null;
}

/** What a page of entries is found by, as health.page_of reads it. */
export interface PageQuestion extends Narrowing {
  /** Whether an entry whose service is not named to the caller is none of those that are meant. */
  readonly named: boolean;
}

/** The question of a page: what `isMeant` would leave out because it is not named is not found to begin with. */
export function questionOf(
  { narrowing, breached }: Pick<AskedList, 'narrowing' | 'breached'>,
  org: string,
): PageQuestion {
  const { services, provider } = narrowing;
  const elsewhere = provider !== null && provider !== org;
  return { ...narrowing, named: services !== null || elsewhere || breached !== null };
}

/** Whether an entry is among those that are meant. */
export function isAsked(
  { services, statuses, provider, receivedBy }: Narrowing,
  {
    service,
    status,
    providerOds,
    receivedOn,
  }: Pick<ListedPlace, 'status' | 'providerOds' | 'receivedOn'> & { readonly service: ToldService | null },
): boolean {
  if (services !== null && !services.some((one) => one === service)) return false;
  if (statuses !== null && !statuses.includes(status)) return false;
  return (provider === null || providerOds === provider) && (receivedBy === null || receivedOn <= receivedBy);
}

/**
 * Whether an entry, as it is told, is one that is meant. What is not told of it is not found by asking for it: shared in part,
 * an entry says no provider, and is on no list but those of the caller's own.
 */
export function isMeant(
  { service, status, provider, receivedOn, weeksWaiting, clock }: WaitingListEntry,
  { narrowing, leastWeeks, breached }: AskedList,
  org: string,
): boolean {
  const providerOds = provider?.id ?? org;
  if (!isAsked(narrowing, { service, status, providerOds, receivedOn })) return false;
  if (leastWeeks !== null && weeksWaiting < leastWeeks) return false;
  // The clock of a service that is not named would name it: it is found by neither.
  return breached === null || (clock !== null && (clock.state === ClockState.BREACHED) === breached);
}

const rollOf = new RegExp(granteeOf.SCHOOL_ROLL.grantee_shape);

/** Whoever works there is a school's own staff, in whatever role. */
const isSchool = (org: string): boolean => rollOf.test(`org:${org}`);

/** What can be asked of it, by whom. @throws InvalidInput, which names the argument. */
export function askedList(
  filter: WaitingListFilter,
  first: number | null,
  { role, org }: Pick<Claims, 'role' | 'org'>,
  today: string,
): AskedList {
  if (first !== null && (first < 1 || first > mostAPage)) throw new InvalidInput('first must be between 1 and 100.');
  const weeks = filter.waitingAtLeastWeeks ?? null;
  if (weeks !== null && (weeks < 0 || weeks > mostWeeks))
    throw new InvalidInput('waitingAtLeastWeeks must be between 0 and 2000.');
  const school = filter.schoolUrn ?? null;
  if (school !== null && !isSchool(org)) throw new InvalidInput('schoolUrn can be given by staff of that school only.');
  return {
    first: first ?? mostAPage,
    none: school !== null && school !== org,
    // A roll is known by whom it connects children to: whom else the caller is connected with is not on it.
    grantee: school === null ? undefined : `org:${school}`,
    narrowing: {
      services: filter.services?.map((one) => namedService(one, 'services')) ?? null,
      statuses: filter.statuses ?? null,
      provider: filter.providerId ?? (isAmong(role, providerStaff) ? org : null),
      receivedBy: weeks === null ? null : Temporal.PlainDate.from(today).subtract({ weeks }).toString(),
    },
    leastWeeks: weeks,
    breached: filter.breached ?? null,
  };
}
