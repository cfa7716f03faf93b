import type { Concept } from '../../../platform/subgraph/concept.js';
import type { VirtualSchoolServices } from '../context.js';
import { cohortAttendanceCube } from './cohort-attendance.cube.js';
import { CohortAttendanceResolver } from './cohort-attendance.resolver.js';
import { socialWorkTeamsCube } from './social-work-teams.cube.js';

/** Figures of cohorts as groups: how they attend, and who is told how much of it. */
export const cohortFigures: Concept<VirtualSchoolServices> = {
  cubes: [cohortAttendanceCube, socialWorkTeamsCube],
  resolvers: [CohortAttendanceResolver],
};
