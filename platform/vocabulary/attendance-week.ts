import 'reflect-metadata';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { AttendanceWeekState } from './attendance-week-state.js';
import { DateScalar } from './date-scalar.js';
import { SessionMark } from './session-mark.js';

/** One school week of a child's register. */
@Directive('@shareable')
@ObjectType({ description: "One school week of a child's register." })
export class AttendanceWeek {
  @Field(() => DateScalar, { description: 'The Monday of the week.' })
  weekBeginning: string;

  @Field(() => AttendanceWeekState, {
    description:
      'What is known of the week. CLOSED where every mark says that the school was closed (code #), or there is none and the calendar of a school of the child says that it was closed from Monday to Friday; NOT_RECEIVED where there is none and a school of the child marked others on a day that its calendar does not have as closed. A week of which neither is known is left out.',
  })
  state: AttendanceWeekState;

  @Field(() => [SessionMark], {
    description: 'The marks in order, Monday morning first; unmarked sessions are left out.',
  })
  marks: SessionMark[];

  @Field(() => Int, { description: 'Sessions the child could have attended this week.' })
  possible: number;

  @Field(() => Int, { description: 'Sessions attended this week.' })
  attended: number;

  @Field(() => Int, { description: 'Sessions of this week absent with leave or a good reason.' })
  authorisedAbsence: number;

  @Field(() => Int, { description: 'Sessions of this week absent without.' })
  unauthorisedAbsence: number;
}
