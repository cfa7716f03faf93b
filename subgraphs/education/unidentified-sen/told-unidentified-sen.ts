import { exactPercent } from '../../../platform/figures/exact-percent.js';
import { givesWayBefore } from '../../../platform/figures/gives-way.js';
import { isTooFew, protectTable } from '../../../platform/figures/protect.js';
import { isSmall, shownCount, shownPercent } from '../../../platform/figures/suppress.js';
import type { UnidentifiedSenCell } from './unidentified-sen-cell.type.js';
import { UnidentifiedSenDimension } from './unidentified-sen-dimension.js';
import type { UnidentifiedSenCount, UnidentifiedSenGroup } from './unidentified-sen-row.js';

/** What is told of one group. */
export type ToldUnidentifiedSen = Omit<UnidentifiedSenCell, 'basis'>;

const noParts = { senSupportWithinYear: null, ehcPlanWithinYear: null, identifiedPercent: null } as const;

/** To whoever is entitled to every child of the group. */
export function toldExactly({
  key,
  children,
  withoutSen,
  senSupport,
  ehcPlan,
}: UnidentifiedSenGroup): ToldUnidentifiedSen {
  const identifiedPercent = exactPercent(senSupport + ehcPlan, withoutSen);
  return {
    ...{ key, children, withoutSen, identifiedPercent, suppressed: false },
    ...{ senSupportWithinYear: senSupport, ehcPlanWithinYear: ehcPlan },
  };
}

/** A group of which nothing is told. */
export const toldHidden = (key: string[]): ToldUnidentifiedSen => ({
  ...{ key, children: null, withoutSen: null, ...noParts, suppressed: true },
});

/**
 * The groups of at most one dimension as they are told to whoever is not entitled to the whole group: of a school nothing, which
 * is one school's children; of the others how many, and of all together also what was named, where no part is small.
 */
export function toldRounded(
  dimension: UnidentifiedSenDimension | null,
  groups: readonly UnidentifiedSenGroup[],
  counts: readonly UnidentifiedSenCount[],
): ToldUnidentifiedSen[] {
  if (dimension === UnidentifiedSenDimension.SCHOOL) return [toldHidden([])];
  const hidden = protectTable(cellsOf(UnidentifiedSenDimension.CATEGORY, counts)).hidden;
  const total = cellsOf('', counts)[0];
  // A child suspended and excluded is in both categories and once in all: all together gives way with either.
  const isTotalHidden = hidden.size > 0 || (total !== undefined && isTooFew(total));
  return groups.map((group) => {
    const { key, children, withoutSen } = group;
    // Of children who all had provision it is not looked at how many schools they are of.
    const ofNone = children > 0 && withoutSen === 0;
    if (ofNone || (dimension === null ? isTotalHidden : hidden.has(key[0] ?? ''))) return toldHidden(key);
    const numbers = { children: shownCount(children), withoutSen: shownCount(withoutSen) };
    const parts = dimension === null ? partsOf(group, children) : noParts;
    const suppressed = [...Object.values(numbers), parts.senSupportWithinYear].includes(null);
    return { key, ...numbers, ...parts, suppressed };
  });
}

function partsOf({ withoutSen, senSupport, ehcPlan }: UnidentifiedSenGroup, children: number) {
  const others = [senSupport, ehcPlan, withoutSen - senSupport - ehcPlan, children - withoutSen];
  if (others.some(isSmall)) return noParts;
  return {
    ...{ senSupportWithinYear: shownCount(senSupport), ehcPlanWithinYear: shownCount(ehcPlan) },
    identifiedPercent: shownPercent({ part: senSupport + ehcPlan, whole: withoutSen, children: withoutSen }),
  };
}

const cellsOf = (dimension: string, counts: readonly UnidentifiedSenCount[]): UnidentifiedSenCount[] =>
  counts.filter((one) => one.dimension === dimension).toSorted(givesWayBefore);
