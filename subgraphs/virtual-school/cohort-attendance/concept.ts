import type { Concept } from '../../../platform/subgraph/concept.js';
import type { VirtualSchoolServices } from '../context.js';
import { ChildWeekRow } from './child-week.row.js';
import { CohortSessionTermRow } from './cohort-session-term.row.js';
import { CohortSessionWeekPastRow } from './cohort-session-week-past.row.js';
import { CohortSessionWeekRow } from './cohort-session-week.row.js';
import { PlanWeekRow } from './plan-week.row.js';

/** How children attend, by cohort and by week: worked out from what is kept of social care’s and education’s facts. */
export const cohortAttendance: Concept<VirtualSchoolServices> = {
  rows: [CohortSessionWeekRow, CohortSessionWeekPastRow, CohortSessionTermRow, ChildWeekRow, PlanWeekRow],
};
