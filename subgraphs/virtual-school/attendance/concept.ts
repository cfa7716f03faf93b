import type { Concept } from '../../../platform/subgraph/concept.js';
import type { VirtualSchoolServices } from '../context.js';
import { KeptCalendarWeekRow } from './kept-calendar-week.row.js';
import { KeptEnrolmentRow } from './kept-enrolment.row.js';
import { KeptSchoolWeekRow } from './kept-school-week.row.js';
import { KeptWeekRow } from './kept-week.row.js';

/** How children in a cohort attend, while they are in it. */
export const attendance: Concept<VirtualSchoolServices> = {
  rows: [KeptCalendarWeekRow, KeptEnrolmentRow, KeptSchoolWeekRow, KeptWeekRow],
};
