import { groupBy } from '../../../platform/record/batch.js';
import type { HeldInterval } from './held-interval.js';

const forever = '9999-12-31';

/**
 * Of facts that have one name, which linked records of one child may tell twice, the one that holds longest; of several the
 * first by what it says, so that it is the same whatever order they come in.
 */
export function oneOfEach<Fact extends HeldInterval>(facts: readonly Fact[], nameOf: (fact: Fact) => string): Fact[] {
  const longestFirst = (a: Fact, b: Fact): number =>
    (b.until ?? forever).localeCompare(a.until ?? forever) || JSON.stringify(a).localeCompare(JSON.stringify(b));
  return [...groupBy(facts, nameOf).values()].flatMap((same) => [...same].sort(longestFirst).slice(0, 1));
}
