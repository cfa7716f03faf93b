import { type Cube, ownSchool, suppressed } from '../../../platform/access/cube.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { UnidentifiedSenDimension } from './unidentified-sen-dimension.js';

/** How often special educational needs are named only after a child was suspended or excluded. */
export const unidentifiedSenCube: Cube = {
  domain: Domain.EDUCATION,
  name: 'unidentified_sen',
  field: 'Query.unidentifiedSenFigures',
  dimensions: Object.values(UnidentifiedSenDimension),
  measures: [
    'children suspended or permanently excluded',
    'children without special educational needs on that day',
    'children with such needs named within a year',
  ],
  version: 'unidentified-sen-2026-11.2',
  rules: [
    ownSchool('headteacher')
      .for('TEAM_AROUND_SCHOOL')
      .because('Your school suspended or excluded the pupils, and names their needs.'),
    suppressed('commissioner', 'analyst', 'send-officer')
      .for('SERVICE_PLANNING')
      .because('You plan services, for which no child has to be known.'),
    suppressed('exclusions-officer')
      .for('EXCLUSION')
      .because('You ask whether needs are named before children are kept out of school.'),
    suppressed('virtual-school-head')
      .for('VIRTUAL_SCHOOL_DUTY')
      .because('You ask whether needs are named before children are kept out of school.'),
  ],
};
