import 'reflect-metadata';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { Voice } from '../../../platform/vocabulary/voice.js';

/** `child` is a field resolver's. */
@ObjectType({ description: 'One child the team around the school is to discuss, and why.' })
export class AgendaItem {
  childId: string;
  @Field(() => ID, { description: 'The hub’s own id of the item.' }) id: string;
  @Field(() => String, { description: 'Who put it on the agenda.' }) raisedBy: string;
  @Field(() => String, { description: 'Why, in words.' }) reason: string;
  @Field(() => [Voice], { nullable: true, description: 'The child’s and the parents’ own words.' }) voices:
    Voice[] | null;
  @Field(() => DateScalar, {
    description: 'The first day it no longer stands, and members no longer see the child through it.',
  })
  until: string;
  @Field(() => Int, { description: 'Counts the changes: a change must name the version it saw.' }) version: number;
}
