import { registerEnumType } from 'type-graphql';
import { Defect } from '../../../platform/errors/hub-error.js';
import type { HealthService } from './status.js';

/** By which rules a clock runs and stops. */
export enum StandardKind {
  FOUR_WEEKS = 'FOUR_WEEKS',
  COMMUNITY_18 = 'COMMUNITY_18',
  RTT_18 = 'RTT_18',
  LOCAL = 'LOCAL',
}

registerEnumType(StandardKind, {
  name: 'StandardKind',
  description: 'By which rules the clock of a wait runs and stops. A closure stops every clock.',
  valuesConfig: {
    FOUR_WEEKS: {
      description:
        'Children’s mental health, ages 0 to 17 at referral: stops at the latest of first contact, baseline outcome measure and care plan or intervention (NHS England).',
    },
    COMMUNITY_18: {
      description:
        'Community services: stops at the first contact. Not referral to treatment (NHS England, community health services situation report).',
    },
    RTT_18: {
      description:
        'Consultant-led referral to treatment: stops at first treatment, or a decision not to treat; starts anew after a properly offered first appointment was missed, and with a new period (NHS England).',
    },
    LOCAL: { description: 'Set by the partnership or the provider: stops at the first contact.' },
  },
});

/** What waits for a service are measured against. Dates are YYYY-MM-DD. */
export interface Standard {
  readonly service: HealthService;
  /** Null for every provider that has none of its own. */
  readonly provider: string | null;
  readonly kind: StandardKind;
  /** The last day on which it is met, counted from the start as day 0. */
  readonly limitDays: number;
  /** How many days before that it is due soon. */
  readonly warningDays: number;
  /** It holds for referrals received from this day on. */
  readonly holdsFrom: string;
  /** And before this one; null while it goes on. */
  readonly holdsUntil: string | null;
}

/** What of a referral decides by which standard it is measured. */
export interface Referral {
  readonly service: HealthService;
  readonly providerOds: string;
  readonly receivedOn: string;
  /** In whole years, on the day the referral was received; null where it is not known. */
  readonly ageAtReferral: number | null;
}

/**
 * The standard that holds for a referral on the day it was received: the provider's own before every provider's, one that is
 * set for all before what stands in where nothing is, and the latest of those. Where an age is not known the child counts as
 * one: these are children's services.
 */
export function standardOf<S extends Standard>(standards: readonly S[], referral: Referral): S {
  const holding = standards.filter((standard) => holdsFor(standard, referral));
  const [first, ...others] = holding;
  if (!first) throw new Defect('A service has no standard to measure a wait by.', { service: referral.service });
  return others.reduce((best, standard) => (precedes(standard, best) ? standard : best), first);
}

const oldestAgeOfFourWeeks = 17;

function holdsFor(standard: Standard, { service, providerOds, receivedOn, ageAtReferral }: Referral): boolean {
  if (standard.service !== service || (standard.provider !== null && standard.provider !== providerOds)) return false;
  if (receivedOn < standard.holdsFrom || (standard.holdsUntil !== null && receivedOn >= standard.holdsUntil))
    return false;
  return standard.kind !== StandardKind.FOUR_WEEKS || (ageAtReferral ?? 0) <= oldestAgeOfFourWeeks;
}

function precedes(a: Standard, b: Standard): boolean {
  if ((a.provider === null) !== (b.provider === null)) return a.provider !== null;
  const aLocal = a.kind === StandardKind.LOCAL;
  if (aLocal !== (b.kind === StandardKind.LOCAL)) return !aLocal;
  return a.holdsFrom > b.holdsFrom;
}

/** What a standard is called: `18 weeks`, and whether it is referral to treatment or local. */
export function nameOf({ kind, limitDays }: Pick<Standard, 'kind' | 'limitDays'>): string {
  const limit = limitDays % 7 === 0 ? `${limitDays / 7} weeks` : `${limitDays} days`;
  if (kind === StandardKind.RTT_18) return `${limit}, referral to treatment`;
  return kind === StandardKind.LOCAL ? `${limit}, local` : limit;
}
