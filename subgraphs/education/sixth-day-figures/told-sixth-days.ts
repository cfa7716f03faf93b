import { givesWayBefore } from '../../../platform/figures/gives-way.js';
import { protectTable } from '../../../platform/figures/protect.js';
import { isSmall, shownCount } from '../../../platform/figures/suppress.js';
import type { SixthDayCell } from './sixth-day-cell.type.js';
import type { SixthDaysCount, SixthDaysGroup } from './sixth-days-row.js';

/** What is told of one group. */
export type ToldSixthDays = Omit<SixthDayCell, 'basis'>;

const noParts = { inTime: null, late: null, missing: null } as const;

/** To whoever is entitled to every child of the group. */
export const toldExactly = (group: SixthDaysGroup): ToldSixthDays => ({ ...group, suppressed: false });

/** A group of which nothing is told. */
export const toldHidden = (key: string[]): ToldSixthDays => ({ key, due: null, ...noParts, suppressed: true });

/**
 * The groups of one dimension as they are told to whoever is not entitled to the whole group: how often it was owed, and of all
 * together also what became of it, where no part is small.
 */
export function toldRounded(
  dimension: string,
  groups: readonly SixthDaysGroup[],
  counts: readonly SixthDaysCount[],
): ToldSixthDays[] {
  const hidden = dimension === '' ? null : hiddenOf(dimension, counts);
  return groups.map((group) => {
    if (hidden === null ? isTotalHidden(counts) : hidden.has(group.key[0] ?? '')) return toldHidden(group.key);
    const { key, due, inTime, late, missing } = group;
    const toCome = due - inTime - late - missing;
    const told = dimension === '' && ![inTime, late, missing, toCome].some(isSmall);
    const parts = told ? { inTime: shownCount(inTime), late: shownCount(late), missing: shownCount(missing) } : noParts;
    return { key, due: shownCount(due), ...parts, suppressed: !told };
  });
}

const cellsOf = (dimension: string, counts: readonly SixthDaysCount[]): SixthDaysCount[] =>
  counts.filter((one) => one.dimension === dimension);

/** Schools owe it under a duty of their own: no number of them stands behind a figure. */
const hiddenOf = (dimension: string, counts: readonly SixthDaysCount[]): ReadonlySet<string> =>
  protectTable(
    cellsOf(dimension, counts)
      .toSorted(givesWayBefore)
      .map((one) => ({ ...one, schools: Number.POSITIVE_INFINITY })),
  ).hidden;

/** Of few children, or where all groups of some way to divide them are hidden, nothing is told of all together. */
function isTotalHidden(counts: readonly SixthDaysCount[]): boolean {
  const dimensions = [...new Set(counts.map(({ dimension }) => dimension))];
  return dimensions.some((dimension) => {
    const cells = cellsOf(dimension, counts).filter(({ children }) => children > 0);
    return cells.length > 0 && cells.every(({ value }) => hiddenOf(dimension, counts).has(value));
  });
}
