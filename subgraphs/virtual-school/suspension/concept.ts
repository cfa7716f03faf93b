import type { Concept } from '../../../platform/subgraph/concept.js';
import type { VirtualSchoolServices } from '../context.js';
import { CohortSuspensionPastRow } from './cohort-suspension-past.row.js';
import { CohortSuspensionRow } from './cohort-suspension.row.js';
import { KeptSuspensionRow } from './kept-suspension.row.js';

/** Suspensions of the children in a cohort, while they are in it. */
export const suspension: Concept<VirtualSchoolServices> = {
  rows: [CohortSuspensionRow, CohortSuspensionPastRow, KeptSuspensionRow],
};
