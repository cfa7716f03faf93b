import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';

@ObjectType({ description: 'The plan that holds today: its kind and dates, never what it says.' })
export class CarePlanSummary {
  @Field(() => SocialCareStatus, { description: 'CHILD_PROTECTION or CHILD_IN_NEED.' }) kind: SocialCareStatus;
  @Field(() => DateScalar, { description: 'The first day it held.' }) startedOn: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day by which a protection plan is to be reviewed next.',
  })
  nextReviewOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The latest review; null before the first.' })
  reviewedOn: string | null;
}
