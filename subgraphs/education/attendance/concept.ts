import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { AttendanceWeekRow } from './attendance-week.row.js';
import { AttendanceFeedResolver } from './feed/attendance-feed.resolver.js';
import { attendanceSource } from './source/source.js';

/** What schools marked of a child's sessions, week by week. */
export const attendance: Concept<EducationServices> = {
  rows: [AttendanceWeekRow],
  resolvers: [AttendanceFeedResolver],
  ingest: () => [attendanceSource],
};
