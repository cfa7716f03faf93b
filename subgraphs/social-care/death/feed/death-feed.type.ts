import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../../platform/vocabulary/date-scalar.js';

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: when a child died, as the returns give it under one record of the child.' })
export class SocialCareDeath {
  @Field(() => ID, { description: 'The record’s own id: that of the child who was asked for, or one linked with it.' })
  recordId: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day, the earliest where two returns differ; null where no return gives one, or none any longer.',
  })
  diedOn: string | null;
}
