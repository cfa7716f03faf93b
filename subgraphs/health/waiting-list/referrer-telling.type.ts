import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';
import { WaitingStatus } from './status.js';

@ObjectType({
  description: 'That the referrer was told what came of a referral, as it was recorded. It is never edited.',
})
export class ReferrerTelling {
  @Field(() => WaitingStatus, {
    description: 'What was told of: how the referral had ended, or ACCEPTED_WAITING for that it was accepted.',
  })
  outcome: WaitingStatus;

  @Field(() => DateScalar, { description: 'The day the referrer was told.' }) toldOn: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' }) recordedAt: string;

  @Field(() => String, { description: 'Who recorded it, at the provider.' }) by: string;

  @Field(() => Boolean, {
    description:
      'Whether it is the one that `referrerToldOn` says: false for one that was recorded anew, and for one of an earlier outcome.',
  })
  stands: boolean;
}
