import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { AttendanceCorrectionRow } from './attendance-correction.row.js';
import { AttendanceCorrectionsResolver } from './attendance-corrections.resolver.js';

/** Marks that schools put right: what a session was marked as, what it became, by which file and when. */
export const attendanceCorrection: Concept<EducationServices> = {
  rows: [AttendanceCorrectionRow],
  resolvers: [AttendanceCorrectionsResolver],
};
