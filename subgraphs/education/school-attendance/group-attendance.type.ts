import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Comparator } from '../../../platform/vocabulary/comparator.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { AttendanceBasis } from './attendance-basis.js';

@ObjectType({
  description:
    'How a group of pupils attended. Exact only to a role entitled to the whole group; to another a number of 1 to 7 is hidden and others are to the nearest 5.',
})
export class GroupAttendance {
  @Field(() => DateScalar, { description: 'The first day counted.' }) from: string;

  @Field(() => DateScalar, { description: 'The last day counted.' }) to: string;

  @Field(() => AttendanceBasis, { description: 'Who is one in these figures.' }) basis: AttendanceBasis;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many there are with a possible session: children, or enrolments where these are counted. Null where hidden.',
  })
  children: number | null;

  @Field(() => Int, { nullable: true, description: 'Sessions they could have attended. Null where hidden.' })
  possible: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Sessions present or at an approved educational activity. Null where hidden.',
  })
  attended: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Attended of possible, all sessions together, in per cent to four decimal places; where numbers are rounded, from the rounded ones and to one. Null where hidden.',
  })
  attendancePercent: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many were absent for a tenth or more of their own possible sessions. Null where hidden. Source: DfE, pupil absence methodology.',
  })
  persistentlyAbsent: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many were absent for half or more of their own possible sessions. Null where hidden.',
  })
  severelyAbsent: number | null;

  @Field(() => Comparator, {
    nullable: true,
    description:
      'Attendance of all schools of the same phase of education in the area, in the weeks that the days touch, by enrolment. Null of fewer than three schools, and beside what is hidden.',
  })
  comparator: Comparator | null;

  @Field(() => Comparator, {
    nullable: true,
    description:
      'Attendance published for England of schools of that phase, of the academic year of the last day or the latest before it. Null where none is published, and beside what is hidden.',
  })
  national: Comparator | null;

  @Field(() => Boolean, { description: 'Whether any figure is hidden from your role.' }) suppressed: boolean;
}
