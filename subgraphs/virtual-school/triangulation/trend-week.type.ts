import 'reflect-metadata';
import { Field, Float, ObjectType } from 'type-graphql';
import { AttendanceWeekState } from '../../../platform/vocabulary/attendance-week-state.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';

@ObjectType({ description: 'One week of a child’s attendance, whatever the child’s status was.' })
export class TrendWeek {
  @Field(() => DateScalar, { description: 'The Monday of the week.' })
  weekBeginning: string;

  @Field(() => AttendanceWeekState, { description: 'What is known of the week.' })
  state: AttendanceWeekState;

  @Field(() => Float, {
    nullable: true,
    description: 'Attended of possible, in per cent to four decimal places. Null where no session could be attended.',
  })
  attendancePercent: number | null;
}
