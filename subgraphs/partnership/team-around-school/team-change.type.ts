import 'reflect-metadata';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';

/** What can be done with what a school's team discusses and with what is agreed. */
export enum TeamChangeKind {
  RAISED = 'RAISED',
  OPENED = 'OPENED',
  DECLINED = 'DECLINED',
  RENEWED = 'RENEWED',
  OUTCOME_RECORDED = 'OUTCOME_RECORDED',
  CLOSED = 'CLOSED',
  RECORDED = 'RECORDED',
  COMPLETED = 'COMPLETED',
}

registerEnumType(TeamChangeKind, {
  name: 'TeamChangeKind',
  description: 'What somebody did with an item of an agenda, or with an agreed action.',
  valuesConfig: {
    RAISED: { description: 'Put the child on the agenda.' },
    OPENED: { description: 'The school’s safeguarding lead decided that the team may discuss the child.' },
    DECLINED: { description: 'The school’s safeguarding lead decided that it may not, which closed the item.' },
    RENEWED: { description: 'Kept the item for another 28 days.' },
    OUTCOME_RECORDED: { description: 'Wrote down what was decided, at the meeting.' },
    CLOSED: { description: 'Took the item off the agenda.' },
    RECORDED: { description: 'Recorded the action.' },
    COMPLETED: { description: 'Said that the action was done.' },
  },
});

@ObjectType({ description: 'Who did what with an item of an agenda, or with an agreed action, and when.' })
export class TeamChange {
  @Field(() => Int, { description: 'The version that it made.' }) version: number;
  @Field(() => TeamChangeKind, { description: 'What was done.' }) change: TeamChangeKind;
  @Field(() => DateTimeScalar, { description: 'When.' }) at: string;
  @Field(() => String, { description: 'Who did it, by the name in their token.' }) by: string;
  @Field(() => String, { description: 'The role they acted in, as docs/personas.md names roles.' }) role: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Why, or what was decided, in their words; null where nothing was said. A safeguarding lead’s reason is told to the school’s safeguarding leads alone.',
  })
  words: string | null;
}
