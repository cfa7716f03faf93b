import 'reflect-metadata';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from './date-scalar.js';
import { SessionMark } from './session-mark.js';

/** One school week of a child's register. */
@Directive('@shareable')
@ObjectType({ description: "One school week of a child's register." })
export class AttendanceWeek {
  @Field(() => DateScalar, { description: 'The Monday of the week.' })
  weekBeginning: string;

  @Field(() => [SessionMark], {
    description: 'The marks in order, Monday morning first; unmarked sessions are left out.',
  })
  marks: SessionMark[];

  @Field(() => Int, { description: 'Sessions the child could have attended this week.' })
  possible: number;

  @Field(() => Int, { description: 'Sessions attended this week.' })
  attended: number;
}
