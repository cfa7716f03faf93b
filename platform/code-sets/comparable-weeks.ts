import type { Days } from './attendance-measures.js';

const PANDEMIC: Days = { from: '2020-03-23', to: '2021-07-31' };

/**
 * Why attendance over some days (both inclusive) may not be set beside another period's; null where it may. From
 * 23 March 2020 schools were open to few, and in 2020/21 code X for coronavirus stood outside absence though inside the
 * possible sessions. Source: DfE, Pupil absence in schools in England, methodology.
 */
export function whyNotComparable({ from, to }: Days): string | null {
  return from <= PANDEMIC.to && PANDEMIC.from <= to
    ? 'From 23 March 2020 to 31 July 2021 schools were open to few, or counted coronavirus apart: these weeks are not to be compared with others.'
    : null;
}
