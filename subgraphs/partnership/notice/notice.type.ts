import 'reflect-metadata';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';

/** `child` is a field resolver's. */
@ObjectType({
  description: 'Something that somebody must be told of a child, in the hub alone. It names nobody outside it.',
})
export class Notice {
  childId: string;
  @Field(() => ID, { description: 'The hub’s own id of the notice.' }) id: string;
  @Field(() => String, {
    description:
      'What kind of fact it is: SUSPENSION, PERMANENT_EXCLUSION, ROLL_ENDED, SCHOOL_MOVE, PLACED_IN_ALTERNATIVE_PROVISION, SOCIAL_CARE_CLOSED or WAS_NOT_BROUGHT.',
  })
  kind: string;
  @Field(() => String, {
    description:
      'The fact in a sentence, as its domain says it now. One that was taken back after it was read says so.',
  })
  fact: string;
  @Field(() => DateTimeScalar, { description: 'When the hub first heard of the fact.' }) raisedAt: string;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When somebody of your organisation who has the same duty last said that it was read; null while unread.',
  })
  readAt: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What was then said of whether the risk to the child changes, in words; null where nothing was.',
  })
  riskConsidered: string | null;
  @Field(() => Int, {
    description: 'One while unread, and one more each time it is marked: a mark must name the version it saw.',
  })
  version: number;
}
