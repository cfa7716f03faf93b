import type { AttentionKind } from '../../platform/vocabulary/attention-kind.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import type { Scenario } from './scenario.js';

/** A fact that needs attention, and what it takes to be shown it: the record of its domain in full, and what is named here. */
export interface AttentionRow {
  readonly kind: AttentionKind;
  readonly domain: Domain;
  readonly facet: 'HISTORY' | null;
  /** The other domain whose record it takes as well. */
  readonly besides: Domain | null;
  /** It stands no longer: asked for is a week in which it did. */
  readonly isOver: boolean;
}

const { EDUCATION, HEALTH, SOCIAL_CARE, VIRTUAL_SCHOOL } = Domain;

/** Whose facts each kind is: a kind that nobody has put here does not compile. */
const domainOf: Readonly<Record<AttentionKind, Domain>> = {
  SIXTH_DAY_WITHOUT_PROVISION: EDUCATION,
  PLAN_WITHOUT_WORKER: SOCIAL_CARE,
  NOT_ATTENDED: EDUCATION,
  SUSPENSION: EDUCATION,
  NEAR_45_DAYS: EDUCATION,
  UNEXPLAINED_ABSENCE: EDUCATION,
  ATTENDANCE_FELL: EDUCATION,
  PART_TIME: EDUCATION,
  WAS_NOT_BROUGHT: HEALTH,
  WAIT_PAST_STANDARD: HEALTH,
  REFERRAL_WITHOUT_FEEDBACK: HEALTH,
  PEP_OVERDUE: VIRTUAL_SCHOOL,
  SCHOOL_MOVE: EDUCATION,
  WORKER_CHANGE: SOCIAL_CARE,
};

const present = (kind: string): AttentionRow => ({
  kind: kind as AttentionKind,
  domain: domainOf[kind as AttentionKind],
  facet: kind === 'WORKER_CHANGE' ? 'HISTORY' : null,
  ...{ besides: null, isOver: false },
});

/** Every kind there is; of what has a past or takes two domains, each of these too. */
export const attentionRows: readonly AttentionRow[] = [
  ...Object.keys(domainOf).map(present),
  { ...present('PLAN_WITHOUT_WORKER'), facet: 'HISTORY', isOver: true },
  { ...present('PEP_OVERDUE'), domain: SOCIAL_CARE, besides: VIRTUAL_SCHOOL },
  { ...present('PEP_OVERDUE'), domain: SOCIAL_CARE, besides: VIRTUAL_SCHOOL, isOver: true },
];

/** A row by a name of its own, which is what the tests have the fact say. */
export const nameOfRow = ({ kind, domain, facet, besides, isOver }: AttentionRow): string =>
  [kind, domain, facet, besides, isOver ? 'over' : null].filter((word) => word !== null).join(' ');

/** What of all this a scenario shows of whom the partnership's own record hides nothing. */
export function attentionShown({ seen, facets }: Scenario): string[] {
  return attentionRows
    .filter(
      ({ domain, facet, besides, isOver }) =>
        seen[domain] === 'FULL' &&
        (besides === null || seen[besides] === 'FULL') &&
        (facets.includes('HISTORY') || (facet === null && !(besides !== null && isOver))),
    )
    .map(nameOfRow)
    .sort();
}
