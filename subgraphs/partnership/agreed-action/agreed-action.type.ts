import 'reflect-metadata';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { Organisation } from '../../../platform/vocabulary/organisation.js';
import { TeamChange } from '../team-around-school/team-change.type.js';

/** `child` is a field resolver's. */
@ObjectType({ description: 'Something that professionals agreed to do for a child. It stays until it is done.' })
export class AgreedAction {
  childId: string;
  @Field(() => ID, { description: 'The hub’s own id of the action.' }) id: string;
  @Field(() => String, { description: 'What is to be done, in words.' }) what: string;
  @Field(() => String, { description: 'Who is to do it, in words.' }) owner: string;
  @Field(() => Organisation, {
    nullable: true,
    description: 'The body of the partnership that the owner works for; null where none was named.',
  })
  ownerOrganisation: Organisation | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day by which it is to be done, where one was agreed.' })
  dueOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day it was agreed.' }) recordedOn: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day it was said to be done; null while it is not.' })
  doneOn: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'The item of the agenda of the team around the school that it was agreed on; null where no school’s team agreed it, or the child stood on no agenda of it.',
  })
  agendaItemId: string | null;
  @Field(() => [TeamChange], { description: 'Who recorded it and who said that it was done, first to last.' })
  history: TeamChange[];
  @Field(() => Int, { description: 'Counts the changes: a change must name the version it saw.' }) version: number;
}
