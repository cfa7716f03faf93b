import { type Cube, ownSchool, suppressed, wholeGroup } from '../../../platform/access/cube.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { SixthDayDimension } from './sixth-day-dimension.js';

/** How often provision was owed from the sixth day, and whether it was in place in time. */
export const sixthDaysCube: Cube = {
  domain: Domain.EDUCATION,
  name: 'sixth_days',
  field: 'Query.sixthDayFigures',
  dimensions: Object.values(SixthDayDimension),
  measures: ['sixth days on which provision was owed', 'in place in time', 'in place late', 'missing'],
  version: 'sixth-days-2026-11.2',
  rules: [
    ownSchool('headteacher')
      .for('TEAM_AROUND_SCHOOL')
      .because('Your school owes the provision, or excluded the pupil it is owed to.'),
    suppressed('commissioner', 'analyst', 'send-officer')
      .for('SERVICE_PLANNING')
      .because('You plan services, for which no child has to be known.'),
    wholeGroup('exclusions-officer')
      .for('EXCLUSION')
      .because('Schools tell your council of every suspension of six days and more, and of every exclusion.'),
    suppressed('virtual-school-head')
      .for('VIRTUAL_SCHOOL_DUTY')
      .because('You ask how far children who are kept out of school are provided for.'),
  ],
};
