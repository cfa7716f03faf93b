import 'reflect-metadata';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../../platform/vocabulary/date-scalar.js';

@Directive('@inaccessible')
@ObjectType({
  description:
    'Internal: all pupils’ sessions at one school in one week, from the school’s own register and of days on its roll. Basis: the enrolment, so that a pupil on two rolls counts at both. All 0 where nothing counts any longer.',
})
export class EducationSchoolWeek {
  @Field(() => ID, { description: 'The school.' }) urn: string;
  @Field(() => DateScalar, { description: 'The Monday of the week.' }) weekBeginning: string;
  @Field(() => String, {
    nullable: true,
    description: 'The school’s phase, as the register of schools has it; null where it has no such school.',
  })
  phase: string | null;
  @Field(() => Int, { description: 'Enrolments with a possible session in the week.' }) pupils: number;
  @Field(() => Int, { description: 'Possible sessions.' }) possible: number;
  @Field(() => Int, { description: 'Sessions attended, approved educational activity included.' }) attended: number;
  @Field(() => Int, { description: 'Sessions of authorised absence.' }) authorised: number;
  @Field(() => Int, { description: 'Sessions of unauthorised absence.' }) unauthorised: number;
  @Field(() => Int, {
    description:
      'Enrolments absent from 10 % or more of their own possible sessions at this school, from 1 September up to the end of this week.',
  })
  persistentToDate: number;
  @Field(() => Int, { description: 'The same of 50 % or more.' }) severeToDate: number;
  @Field(() => Int, {
    description: 'The weekdays on which anybody has a mark but #, as a sum: Monday 1, Tuesday 2, up to Friday 16.',
  })
  schoolDays: number;
  @Field(() => String, { description: 'A whole number that grows: of its last change.' }) version: string;
}

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: schools’ weeks that changed after a version.' })
export class EducationSchoolWeeks {
  @Field(() => [EducationSchoolWeek], { description: 'In the order they were counted, which is that of `version`.' })
  weeks: EducationSchoolWeek[];
  @Field(() => String, { description: 'What to give as `since` the next time.' }) nextVersion: string;
  @Field(() => Boolean, { description: 'Whether there is more to be had at once, though `weeks` may be empty.' })
  more: boolean;
}
