import 'reflect-metadata';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../../platform/vocabulary/date-scalar.js';

@Directive('@inaccessible')
@ObjectType({
  description:
    'Internal: what the calendar that holds for a school says of one week. Days are weekdays as a sum: Monday 1, Tuesday 2, up to Friday 16.',
})
export class EducationCalendarWeek {
  @Field(() => ID, { description: 'The school.' }) urn: string;
  @Field(() => DateScalar, { description: 'The Monday of the week.' }) weekBeginning: string;
  @Field(() => Int, { description: 'The weekdays of which the calendar speaks; 0 where it speaks of none any longer.' })
  calendarDays: number;
  @Field(() => Int, { description: 'Of these, the weekdays on which the school is open to its pupils.' })
  openDays: number;
  @Field(() => String, { description: 'A whole number that grows: of its last change.' }) version: string;
}

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: weeks of schools’ calendars that changed after a version.' })
export class EducationCalendarWeeks {
  @Field(() => [EducationCalendarWeek], { description: 'In the order they changed, which is that of `version`.' })
  weeks: EducationCalendarWeek[];
  @Field(() => String, { description: 'What to give as `since` the next time.' }) nextVersion: string;
  @Field(() => Boolean, { description: 'Whether there is more to be had at once.' }) more: boolean;
}
