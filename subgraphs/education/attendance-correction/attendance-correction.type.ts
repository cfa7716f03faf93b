import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';
import { SessionOfDay } from '../../../platform/vocabulary/session-of-day.js';
import { School } from '../school/school.type.js';

@ObjectType({
  description:
    'A mark that a school put right. The first mark of a session is no correction; what a session is marked as now is in the attendance.',
})
export class AttendanceCorrection {
  @Field(() => DateScalar, { description: 'The day of the session.' }) on: string;
  @Field(() => SessionOfDay, { description: 'Morning or afternoon.' }) session: SessionOfDay;
  @Field(() => School, { description: 'The school whose register it is.' }) school: School;
  @Field(() => String, { description: 'The published attendance code that it was.' }) was: string;
  @Field(() => String, { description: 'What that code means, as published.' }) wasMeaning: string;
  @Field(() => String, { description: 'The published attendance code that it became.' }) became: string;
  @Field(() => String, { description: 'What that code means, as published.' }) becameMeaning: string;
  @Field(() => String, { description: 'The name of the file that says so.' }) file: string;
  @Field(() => DateTimeScalar, { description: 'When the hub took it in.' }) recordedAt: string;
}
