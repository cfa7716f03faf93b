import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';

@ObjectType({ description: 'Days on which a status was held.' })
export class StatusInterval {
  @Field(() => SocialCareStatus, { description: 'The status.' }) status: SocialCareStatus;
  @Field(() => DateScalar, { description: 'The first day it was held.' }) from: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day it was no longer held; null while it is.' })
  until: string | null;
}
