import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { AttendanceThresholdsResolver } from './attendance-thresholds.resolver.js';
import { ThresholdsListResolver } from './list/thresholds-list.resolver.js';

/** When absence is so much that somebody is to act: how far a child has come towards each threshold, and by which rule. */
export const attendanceThreshold: Concept<EducationServices> = {
  resolvers: [AttendanceThresholdsResolver, ThresholdsListResolver],
};
