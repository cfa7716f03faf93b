import type { Concept } from '../../../platform/subgraph/concept.js';
import type { VirtualSchoolServices } from '../context.js';
import { cohortFeed } from './cohort-feed.js';
import { dutyBases } from './duties.js';
import { KeptAllocationRow } from './kept-allocation.row.js';
import { KeptEnrolmentRow } from './kept-enrolment.row.js';
import { KeptSchoolWeekRow } from './kept-school-week.row.js';

/** What the duty needs of social care’s and education’s facts: both copies are brought up to date together. */
export const keptCopies: Concept<VirtualSchoolServices> = {
  rows: [KeptAllocationRow, KeptEnrolmentRow, KeptSchoolWeekRow],
  bases: dutyBases,
  consumers: [cohortFeed],
};
