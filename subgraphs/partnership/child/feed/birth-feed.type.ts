import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../../platform/vocabulary/date-scalar.js';

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: when one child was born.' })
export class ChildBirth {
  @Field(() => ID, { description: 'The child.' }) childId: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day; null where unborn or not known.' })
  dateOfBirth: string | null;
}
