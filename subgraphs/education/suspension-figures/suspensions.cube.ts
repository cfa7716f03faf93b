import { type Cube, ownSchool, suppressed } from '../../../platform/access/cube.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { SuspensionDimension } from './suspension-dimension.js';

/** How many pupils are suspended and permanently excluded, how often, and for how long. */
export const suspensionsCube: Cube = {
  domain: Domain.EDUCATION,
  name: 'suspensions',
  field: 'Query.suspensionFigures',
  dimensions: Object.values(SuspensionDimension),
  measures: [
    'pupils on roll',
    'suspensions, and for every 100 pupils',
    'children suspended, and of every 100 pupils',
    'permanent exclusions, and for every 100 pupils',
    'school days lost',
  ],
  version: 'suspensions-2026-11.2',
  rules: [
    ownSchool('headteacher')
      .for('TEAM_AROUND_SCHOOL')
      .because('You decide on the suspensions of your school, and see every pupil of it.'),
    suppressed('commissioner', 'analyst', 'send-officer')
      .for('SERVICE_PLANNING')
      .because('You plan services, for which no child has to be known.'),
    suppressed('exclusions-officer')
      .for('EXCLUSION')
      .because('Your council is told of every suspension, and asks each school how often it suspends.'),
    suppressed('virtual-school-head')
      .for('VIRTUAL_SCHOOL_DUTY')
      .because('You set the children of your cohorts beside all pupils.'),
  ],
};
