import { type Cube, ownSchool, suppressed } from '../../../platform/access/cube.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { schoolSupport } from '../../../platform/vocabulary/purpose.js';
import { schoolLeaders } from '../../../platform/vocabulary/role-groups.js';

/** How the pupils of one school attend. */
export const schoolAttendanceCube: Cube = {
  domain: Domain.EDUCATION,
  name: 'school_attendance',
  field: 'School.attendance',
  dimensions: [],
  measures: [
    'pupils',
    'possible and attended sessions',
    'attendance percent',
    'persistently and severely absent pupils',
    'schools of the same phase beside them',
  ],
  version: 'school-attendance-2026-11.2',
  rules: [
    ownSchool(...schoolLeaders)
      .for(...schoolSupport, 'SAFEGUARDING')
      .because('You lead the school, and see every pupil of it.'),
    suppressed('commissioner', 'analyst', 'send-officer')
      .for('SERVICE_PLANNING')
      .because('You plan services, for which no child has to be known.'),
    suppressed('attendance-officer')
      .for('ATTENDANCE')
      .because('You see to it that children of the area go to school, and ask each school how its pupils attend.'),
    suppressed('virtual-school-head')
      .for('VIRTUAL_SCHOOL_DUTY')
      .because('You set the children of your cohorts beside all pupils of their school.'),
  ],
};
