import { registerEnumType } from 'type-graphql';

/** Who is one in figures of a school's attendance. */
export enum AttendanceBasis {
  ENROLMENT = 'ENROLMENT',
  CHILD = 'CHILD',
}

registerEnumType(AttendanceBasis, {
  name: 'AttendanceBasis',
  description:
    'Who is one in figures of a school’s attendance. The two differ where a child is on two rolls, or comes back to a school.',
  valuesConfig: {
    ENROLMENT: {
      description:
        'An unbroken time on the school’s roll, from the school’s own register: as the department counts, and as what stands beside the figures is counted.',
    },
    CHILD: {
      description:
        'A child, all of whose registers are taken as one: a session counts once, at the school whose mark prevails (attended, then authorised absence, then unauthorised; between equals the main school’s).',
    },
  },
});
