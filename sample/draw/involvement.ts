import type { Random } from '../random.js';

/** What social care has open with a child at the as-at date, or had lately; null for most children. */
export type Involvement =
  'LOOKED_AFTER' | 'CHILD_PROTECTION' | 'CHILD_IN_NEED' | 'ASSESSMENT' | 'LEFT_CARE' | 'CLOSED' | 'NO_FURTHER_ACTION';

/**
 * Shares of all children: 67 looked after, 41 on protection plans and 330 in need in all, of every 10,000.
 * Source: national-figures.md §11 and §12. Under-threes are in the sample only where a service knows them.
 */
export function drawInvolvement(random: Random, cohort: number): Involvement | null {
  if (!random.chance(cohort < 3 ? 0.24 : 0.025)) return null;
  return random.weighted<Involvement>([
    ['LOOKED_AFTER', cohort < 3 ? 14 : 19],
    ['CHILD_PROTECTION', cohort < 3 ? 18 : 11],
    ['CHILD_IN_NEED', 32],
    ['ASSESSMENT', 25],
    ['LEFT_CARE', 5],
    ['CLOSED', 5],
    ['NO_FURTHER_ACTION', 4],
  ]);
}
