import { protectTable, type TableShown } from '../../../platform/figures/protect.js';
import { isSmall, shownCount } from '../../../platform/figures/suppress.js';
import type { TimesCell, TimesGroup } from './times-row.js';
import type { WaitingTimesCell } from './waiting-times-cell.type.js';

/** What is told of one group. */
export type ToldTimes = { readonly key: readonly string[] } & Pick<
  WaitingTimesCell,
  'children' | 'breachedClocks' | 'suppressed' | 'medianDays' | 'percentile92Days' | 'medianWeeks' | 'percentile92Weeks'
>;

/** Waits are counted over the area: no school stands behind a number of them. */
const ANY_SCHOOLS = Number.POSITIVE_INFINITY;
/** Fewer children than this, as they are told, have no length of waits that tells of none of them. */
const FEWEST_BEHIND_LENGTH = 10;

/** To so many decimal places, halves up. What is a tie by its digits is not made less by how a machine writes it. */
const rounded = (value: number, places: number): number => {
  const scale = 10 ** places;
  return Math.round(Number((value * scale).toFixed(6))) / scale;
};

const untold = { medianDays: null, percentile92Days: null, medianWeeks: null, percentile92Weeks: null } as const;

/** Lengths of the waits of a group: days as they are, weeks to one decimal place. */
function lengthsOf({ median, percentile92 }: TimesGroup) {
  const weeks = (days: number | null): number | null => (days === null ? null : rounded(days / 7, 1));
  const days = (value: number | null): number | null => (value === null ? null : rounded(value, 2));
  return {
    ...{ medianDays: days(median), percentile92Days: days(percentile92) },
    ...{ medianWeeks: weeks(median), percentile92Weeks: weeks(percentile92) },
  };
}

/** To whoever is entitled to every wait of the group. */
export const toldExactly = (group: TimesGroup): ToldTimes => ({
  key: group.key,
  children: group.children,
  breachedClocks: group.breached,
  suppressed: false,
  ...lengthsOf(group),
});

/** A group in which nobody waits. */
export const toldNobody = (key: readonly string[]): ToldTimes => ({
  ...{ key, children: 0, breachedClocks: 0, suppressed: false },
  ...untold,
});

/** A group of which nothing is told. */
export const toldHidden = (key: readonly string[]): ToldTimes => ({
  ...{ key, children: null, breachedClocks: null, suppressed: true },
  ...untold,
});

/** The groups of one dimension whose figures are hidden: the small ones, and what would tell them; and whether they are named. */
export function hiddenOf(dimension: string, cells: readonly TimesCell[]): TableShown {
  const table = cells.filter((cell) => cell.dimension === dimension);
  const ordered = table.toSorted((one, other) => (one.value < other.value ? -1 : 1));
  return protectTable(ordered.map(({ value, children }) => ({ value, children, schools: ANY_SCHOOLS })));
}

/**
 * Whether the sum of all is hidden: it is small, or all groups are hidden of some way to divide it, so that it would tell of
 * them where each is as large as a hidden one can be.
 */
export function isTotalHidden(cells: readonly TimesCell[]): boolean {
  const total = cells.find(({ dimension }) => dimension === '')?.children ?? 0;
  const dimensions = [...new Set(cells.map(({ dimension }) => dimension))].filter((one) => one !== '');
  return (
    isSmall(total) ||
    (total > 0 &&
      dimensions.some(
        (one) => hiddenOf(one, cells).hidden.size === cells.filter(({ dimension }) => dimension === one).length,
      ))
  );
}

/** The same children counted by their breached clocks: a table of its own, of which other groups may be hidden. */
export const ofBreached = (cells: readonly TimesCell[]): TimesCell[] =>
  cells.map((cell) => ({ ...cell, children: cell.breached }));

/**
 * To whoever is not entitled to the whole group, of a group that is not hidden.
 * @param isBreachedHidden whether how many clocks are breached is hidden of it
 */
export function toldRounded(group: TimesGroup, isBreachedHidden: boolean): ToldTimes {
  const children = shownCount(group.children);
  if (children === null) return toldHidden(group.key);
  const lengths = children < FEWEST_BEHIND_LENGTH ? untold : lengthsOf(group);
  const breachedClocks = isBreachedHidden ? null : shownCount(group.breached);
  return { key: group.key, children, breachedClocks, suppressed: false, ...lengths };
}
