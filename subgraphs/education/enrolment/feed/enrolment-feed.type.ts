import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../../platform/vocabulary/date-scalar.js';
import { SenProvision } from '../../../../platform/vocabulary/sen-provision.js';

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: the special educational provision a roll showed from a day on.' })
export class EducationShownProvision {
  @Field(() => SenProvision, { description: 'The provision.' }) provision: SenProvision;
  @Field(() => DateScalar, { description: 'The first day it was shown for.' }) from: string;
}

@Directive('@inaccessible')
@ObjectType({
  description: 'Internal: whether a roll showed the child as eligible for free school meals from a day on.',
})
export class EducationShownMeals {
  @Field(() => Boolean, { description: 'Whether the child was eligible.' }) eligible: boolean;
  @Field(() => DateScalar, { description: 'The first day it was shown for.' }) from: string;
}

@Directive('@inaccessible')
@ObjectType({
  description: 'Internal: one spell of one child on one school’s roll, as one of the child’s records tells it.',
})
export class EducationEnrolment {
  @Field(() => ID, { description: 'The school.' }) schoolUrn: string;
  @Field(() => String, { description: 'As `Enrolment.status`.' }) status: string;
  @Field(() => DateScalar, { description: 'The first day on the roll.' }) from: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day no longer on it; null while on it.' })
  until: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The school’s phase, in the words of the register of schools; null where it has no such school.',
  })
  phase: string | null;
  @Field(() => [EducationShownProvision], { description: 'Oldest first; none of a register without a roll.' })
  provisions: EducationShownProvision[];
  @Field(() => [EducationShownMeals], { description: 'Oldest first; none where the roll has not said.' })
  freeSchoolMeals: EducationShownMeals[];
}

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: the rolls of one child.' })
export class EducationEnrolmentHistory {
  @Field(() => ID, { description: 'The child.' }) childId: string;
  @Field(() => [EducationEnrolment], {
    description:
      'Every spell, oldest first; those of several records of one school, if the child has any, beside each other.',
  })
  enrolments: EducationEnrolment[];
}
