import type { Entitlement } from '../../../platform/access/entitlement.js';
import { exactPercent } from '../../../platform/figures/exact-percent.js';
import { isSmall, shownCount, shownPercent } from '../../../platform/figures/suppress.js';
import { Cohort } from '../cohort/cohort.js';
import type { CohortSuspensionCell } from './cohort-suspension-cell.type.js';
import type { CohortSuspensionsRow } from './cohort-suspensions-row.js';

/** What is told of one group. */
export type ToldCohortSuspensions = Omit<CohortSuspensionCell, 'comparatorOfChildren' | 'basis'>;

const nothing = {
  ...{ children: null, suspensions: null, suspensionsPer100: null, childrenSuspended: null },
  ...{ childrenSuspendedPer100: null, permanentExclusions: null, lostDays: null, suppressed: true },
} as const;

/**
 * Cohorts that are told of with small numbers hidden: a child is in one of them at a time, and no sum of them is told, so that
 * nothing is left by differences. The others are those children together, or with those of before.
 */
const apart: readonly Cohort[] = [Cohort.LOOKED_AFTER, Cohort.CHILD_PROTECTION, Cohort.CHILD_IN_NEED];

const FEWEST_BEHIND_LENGTH = 10;

/** As much as the caller is entitled to. */
export function toldOf(row: CohortSuspensionsRow, entitled: Entitlement): ToldCohortSuspensions {
  const [cohort, ...key] = row.key;
  if (entitled === 'WHOLE') return { cohort, key, ...exact(row) };
  const open = apart.includes(cohort) && key.length === 0 && row.told;
  const few = isSmall(row.children) || isSmall(row.suspended) || row.children - row.suspended < FEWEST_BEHIND_LENGTH;
  return { cohort, key, ...(open && !few ? rounded(row) : nothing) };
}

function exact({ children, told, suspensions, suspended, exclusions, sessions }: CohortSuspensionsRow) {
  if (!told) return { ...nothing, children, suppressed: false };
  return {
    ...{ children, suspensions, suspensionsPer100: exactPercent(suspensions, children) },
    ...{ childrenSuspended: suspended, childrenSuspendedPer100: exactPercent(suspended, children) },
    ...{ permanentExclusions: exclusions, lostDays: sessions / 2, suppressed: false },
  };
}

function rounded({ children, suspensions, suspended, exclusions, sessions }: CohortSuspensionsRow) {
  const rate = (part: number): number | null =>
    part === 0 ? 0 : shownPercent({ part, whole: children, children: suspended });
  const permanentExclusions = shownCount(exclusions);
  return {
    ...{ children: shownCount(children), suspensions: shownCount(suspensions), suspensionsPer100: rate(suspensions) },
    ...{ childrenSuspended: shownCount(suspended), childrenSuspendedPer100: rate(suspended), permanentExclusions },
    lostDays: (shownCount(suspended) ?? 0) >= FEWEST_BEHIND_LENGTH ? shownCount(sessions / 2) : null,
    suppressed: permanentExclusions === null,
  };
}
