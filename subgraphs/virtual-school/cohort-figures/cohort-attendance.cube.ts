import type { Cube } from '../../../platform/access/cube.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { CohortDimension } from './cohort-dimension.js';
import { cohortFiguresRules } from './cohort-figures.policy.js';

/** How children of a cohort attend, in sessions counted while they were in it. */
export const cohortAttendanceCube: Cube = {
  domain: Domain.VIRTUAL_SCHOOL,
  name: 'cohort_attendance',
  field: 'Query.cohortAttendance',
  dimensions: Object.values(CohortDimension),
  measures: [
    'children',
    'possible and attended sessions',
    'attendance percent',
    'persistently and severely absent children, and their percent',
    'the same figures of all pupils beside them',
  ],
  version: 'cohort-attendance-2026-11',
  rules: cohortFiguresRules,
};
