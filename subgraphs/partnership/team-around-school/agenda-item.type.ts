import 'reflect-metadata';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { Voice } from '../../../platform/vocabulary/voice.js';
import { TeamChange } from './team-change.type.js';

/** `child` and `actions` are field resolvers'. */
@ObjectType({ description: 'One child the team around the school is to discuss, why, and what came of it.' })
export class AgendaItem {
  childId: string;
  schoolUrn: string;
  /** The day of the agenda that it is shown on. */
  day: string;
  @Field(() => ID, { description: 'The hub’s own id of the item.' }) id: string;
  @Field(() => String, { description: 'Who put it on the agenda.' }) raisedBy: string;
  @Field(() => String, { description: 'Why, in words.' }) reason: string;
  @Field(() => [Voice], { nullable: true, description: 'The child’s and the parents’ own words.' }) voices:
    Voice[] | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the meeting that it was put on the agenda for: the first day it stands.',
  })
  meetingOn: string;
  @Field(() => String, {
    nullable: true,
    description: 'What the team decided, in words; null while nothing was recorded.',
  })
  outcome: string | null;
  @Field(() => DateScalar, {
    description:
      'The first day it no longer stands, 28 days after its meeting or its last renewal; where it was not closed before. From then on members no longer see the child through it.',
  })
  until: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day it was closed; null while it is open.' })
  closedOn: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the team sees nothing through it, or no longer will, until the school’s safeguarding lead has decided. Told to the school’s safeguarding leads alone; null to everybody else, whatever it waits for.',
  })
  waitsForDecision: boolean | null;
  @Field(() => [TeamChange], {
    description: 'Who did what with it, first to last; of what was done since this is kept.',
  })
  history: TeamChange[];
  @Field(() => Int, { description: 'Counts the changes: a change must name the version it saw.' }) version: number;
}
