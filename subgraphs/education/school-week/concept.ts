import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { SchoolWeekFeedResolver } from './feed/school-week-feed.resolver.js';
import { SchoolWeekStaleRow } from './school-week-stale.row.js';
import { SchoolWeekTotalRow } from './school-week-total.row.js';

/** All pupils' sessions at each school in each week, from the school's own register: what a group is compared with. */
export const schoolWeek: Concept<EducationServices> = {
  rows: [SchoolWeekTotalRow, SchoolWeekStaleRow],
  resolvers: [SchoolWeekFeedResolver],
};
