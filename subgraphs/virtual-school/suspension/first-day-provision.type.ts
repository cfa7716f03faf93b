import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';

@ObjectType({
  description:
    'Full-time education that is expected from the first day of a suspension or permanent exclusion of a looked-after child: an expectation beside the duty of the sixth day (DfE, Suspension and permanent exclusion, 2023).',
})
export class FirstDayProvision {
  @Field(() => DateScalar, { description: 'The first day of the suspension or exclusion, as `Suspension.startedOn`.' })
  startedOn: string;
  @Field(() => DateScalar, { description: 'The day on which it is expected to be in place: that first day.' })
  expectedOn: string;
  @Field(() => String, {
    description: 'Of whom it is expected: the URN of the school; COUNCIL after a permanent exclusion.',
  })
  dutyOf: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was in place, as `SixthDayProvision.inPlaceOn`; null where nobody told of any.',
  })
  inPlaceOn: string | null;
  @Field(() => Boolean, { description: 'Whether it was in place by the expected day.' }) met: boolean;
}
