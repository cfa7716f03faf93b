/**
 * What is left of figures for somebody who is not entitled to the whole group, each from its own true value. Pure; what else
 * has to be hidden so that a small number cannot be worked out is `protect.ts`.
 */

/** Fewer children than this, and not none, are not told. */
const FEWEST = 8;
const STEP = 5;
/** A percentage stands on at least so many children, as they are told. */
const FEWEST_BEHIND_PERCENT = 10;

/** Whether a number of children, or of anything counted of them, is too small to be told: 1 to 7. */
export const isSmall = (count: number): boolean => count > 0 && count < FEWEST;

/** A count as it is told: none is none, 1 to 7 are not told (null), from 8 on it is to the nearest 5, halves up. */
export function shownCount(count: number): number | null {
  if (isSmall(count)) return null;
  return Math.floor((count + STEP / 2) / STEP) * STEP;
}

/**
 * A percentage as it is told, from the numbers as they are told and so never more exact than they: to one decimal place,
 * halves up; null where either is not told, or fewer than ten children, as told, stand behind it.
 */
export function shownPercent(of: { part: number; whole: number; children: number }): number | null {
  const [part, whole, children] = [shownCount(of.part), shownCount(of.whole), shownCount(of.children)];
  if (part === null || whole === null || whole === 0 || children === null || children < FEWEST_BEHIND_PERCENT)
    return null;
  return Math.floor((2000 * part + whole) / (2 * whole)) / 10;
}
