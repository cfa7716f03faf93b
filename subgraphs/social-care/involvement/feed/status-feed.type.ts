import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { StatusInterval } from '../status-interval.type.js';

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: the statuses of one child, and the team that works with the child.' })
export class SocialCareStatusHistory {
  @Field(() => ID, { description: 'The child.' }) childId: string;
  @Field(() => [StatusInterval], { description: 'Every status held and when, oldest first.' })
  intervals: StatusInterval[];
}
