import 'reflect-metadata';
import { Directive, Field, ObjectType } from 'type-graphql';
import { AttendanceCategory } from './attendance-category.js';
import { DateScalar } from './date-scalar.js';
import { SessionOfDay } from './session-of-day.js';

/** One mark in the attendance register. */
@Directive('@shareable')
@ObjectType({ description: 'Marks are strings because the published codes include / and \\ .' })
export class SessionMark {
  @Field(() => DateScalar, { description: 'The day of the session.' })
  on: string;

  @Field(() => SessionOfDay, { description: 'Morning or afternoon.' })
  session: SessionOfDay;

  @Field(() => String, { description: 'The published attendance code.' })
  code: string;

  @Field(() => String, { description: "The code's published meaning." })
  meaning: string;

  @Field(() => AttendanceCategory, { description: 'How the code counts on that day.' })
  category: AttendanceCategory;
}
