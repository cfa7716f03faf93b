import { type Cube, suppressed, wholeGroup } from '../../../platform/access/cube.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { CohortSuspensionDimension } from './cohort-suspension-dimension.js';

/** How many children of each cohort are suspended and permanently excluded, how often, and for how long. */
export const cohortSuspensionsCube: Cube = {
  domain: Domain.VIRTUAL_SCHOOL,
  name: 'cohort_suspensions',
  field: 'Query.cohortSuspensions',
  dimensions: ['cohort', ...Object.values(CohortSuspensionDimension)],
  measures: [
    'children',
    'suspensions, and for every 100 children',
    'children suspended, and of every 100',
    'permanent exclusions',
    'school days lost',
  ],
  version: 'cohort-suspensions-2026-11',
  rules: [
    wholeGroup('virtual-school-head')
      .for('VIRTUAL_SCHOOL_DUTY')
      .because('You lead on the education of all children of these groups.'),
    suppressed('commissioner', 'analyst', 'send-officer')
      .for('SERVICE_PLANNING')
      .because('Services are planned from figures in which no child can be made out.'),
  ],
};
