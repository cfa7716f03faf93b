import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { schoolAttendanceCube } from './school-attendance.cube.js';
import { SchoolAttendanceResolver } from './school-attendance.resolver.js';

/** How the pupils of one school attend, as figures of a group. */
export const schoolAttendance: Concept<EducationServices> = {
  cubes: [schoolAttendanceCube],
  resolvers: [SchoolAttendanceResolver],
};
