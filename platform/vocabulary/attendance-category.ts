import { registerEnumType } from 'type-graphql';

/**
 * The statistical category of an attendance mark. It depends on the code and on the day of the session.
 * Source: School Attendance (Pupil Registration) (England) Regulations 2024, regulation 10.
 */
export enum AttendanceCategory {
  PRESENT = 'PRESENT',
  APPROVED_EDUCATIONAL_ACTIVITY = 'APPROVED_EDUCATIONAL_ACTIVITY',
  AUTHORISED_ABSENCE = 'AUTHORISED_ABSENCE',
  UNAUTHORISED_ABSENCE = 'UNAUTHORISED_ABSENCE',
  NOT_A_POSSIBLE_ATTENDANCE = 'NOT_A_POSSIBLE_ATTENDANCE',
  ADMINISTRATIVE = 'ADMINISTRATIVE',
}

registerEnumType(AttendanceCategory, {
  name: 'AttendanceCategory',
  description: 'The statistical category of a session mark, as the 2024 regulations have it.',
  valuesConfig: {
    PRESENT: { description: 'In school. Counts as possible and as attended.' },
    APPROVED_EDUCATIONAL_ACTIVITY: { description: 'Educated elsewhere. Counts as possible and as attended.' },
    AUTHORISED_ABSENCE: { description: 'Absent with leave or a good reason. Counts as possible.' },
    UNAUTHORISED_ABSENCE: { description: 'Absent without. Counts as possible.' },
    NOT_A_POSSIBLE_ATTENDANCE: { description: 'Could not or need not attend. Not counted at all.' },
    ADMINISTRATIVE: { description: 'School closed as planned, or not yet on roll. Not counted at all.' },
  },
});
