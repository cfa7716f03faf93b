import { exactPercent } from '../../../platform/figures/exact-percent.js';
import { shownCount, shownPercent } from '../../../platform/figures/suppress.js';
import type { Counted } from './protect-suspensions.js';
import type { SuspensionCell } from './suspension-cell.type.js';
import type { SuspensionsGroup } from './suspensions-row.js';

/** What is told of one group. */
export type ToldSuspensions = Omit<
  SuspensionCell,
  'pupilsOn' | 'basis' | 'comparator' | 'comparatorOfChildren' | 'comparatorOfExclusions'
>;

const untold = {
  ...{ suspensions: null, suspensionsPer100: null, childrenSuspended: null, childrenSuspendedPer100: null },
  ...{ permanentExclusions: null, permanentExclusionsPer100: null, lostDays: null },
} as const;

/** Fewer children than this, as they are told, have no length of time that tells of none of them. */
const FEWEST_BEHIND_LENGTH = 10;

/** To whoever is entitled to every pupil of the group. */
export function toldExactly({ key, pupils, ...of }: SuspensionsGroup): ToldSuspensions {
  return {
    ...{ key, pupils, suspensions: of.suspensions, suspensionsPer100: exactPercent(of.suspensions, pupils) },
    ...{ childrenSuspended: of.suspended, childrenSuspendedPer100: exactPercent(of.suspended, pupils) },
    ...{ permanentExclusions: of.exclusions, permanentExclusionsPer100: exactPercent(of.exclusions, pupils) },
    ...{ lostDays: of.sessions / 2, suppressed: false },
  };
}

/** A group of which nothing is told. */
export const toldHidden = (key: string[]): ToldSuspensions => ({ key, pupils: null, suppressed: true, ...untold });

/** To whoever is not entitled to the whole group: `hidden` says of what its number is hidden. */
export function toldRounded(group: SuspensionsGroup, hidden: Readonly<Record<Counted, boolean>>): ToldSuspensions {
  const pupils = hidden.pupils ? null : shownCount(group.pupils);
  const { key, suspended, suspensions, excluded, exclusions, sessions } = group;
  if (hidden.suspended) return { ...toldHidden(key), pupils };
  const rate = (part: number, children: number): number | null =>
    pupils === null ? null : ratePer100(part, group.pupils, children);
  const childrenSuspended = shownCount(suspended);
  return {
    ...{ key, pupils, suspensions: shownCount(suspensions), suspensionsPer100: rate(suspensions, suspended) },
    ...{ childrenSuspended, childrenSuspendedPer100: rate(suspended, suspended) },
    permanentExclusions: hidden.excluded ? null : shownCount(exclusions),
    permanentExclusionsPer100: hidden.excluded ? null : rate(exclusions, excluded),
    lostDays: (childrenSuspended ?? 0) >= FEWEST_BEHIND_LENGTH ? shownCount(sessions / 2) : null,
    suppressed: hidden.pupils || hidden.excluded,
  };
}

/** None of any pupils is none; other rates stand on ten children at least. */
const ratePer100 = (part: number, whole: number, children: number): number | null =>
  part === 0 && (shownCount(whole) ?? 0) > 0 ? 0 : shownPercent({ part, whole, children });
