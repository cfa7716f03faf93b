import 'reflect-metadata';
import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';
import { AttendanceWeek } from './attendance-week.js';
import { DateScalar } from './date-scalar.js';

/** A child's attendance over some days, counted in sessions (two a school day). */
@Directive('@shareable')
@ObjectType({ description: "A child's attendance over some days, counted in sessions: two a school day." })
export class Attendance {
  @Field(() => DateScalar, { description: 'The first day counted.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day counted.' })
  to: string;

  @Field(() => Int, {
    description:
      'Sessions the child could have attended: attended and absent together. What a school marked on a day the child was not on its roll is in no figure.',
  })
  possible: number;

  @Field(() => Int, { description: 'Sessions present or at an approved educational activity.' })
  attended: number;

  @Field(() => Int, { description: 'Sessions absent with leave or a good reason.' })
  authorisedAbsence: number;

  @Field(() => Int, { description: 'Sessions absent without.' })
  unauthorisedAbsence: number;

  @Field(() => Int, { description: 'Sessions attended but late, before the register closed (code L).' })
  late: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Attended of possible, in per cent to four decimal places. Null where possible is 0.',
  })
  attendancePercent: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Absent for a tenth or more of possible sessions. Null where possible is 0.',
  })
  persistentlyAbsent: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Absent for half or more of possible sessions. Null where possible is 0.',
  })
  severelyAbsent: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last of these days on which a session was attended.' })
  lastAttendedOn: string | null;

  @Field(() => [AttendanceWeek], {
    description:
      'The weeks of these days with at least one mark, or in which the child should have had one, oldest first.',
  })
  weeks: AttendanceWeek[];
}
