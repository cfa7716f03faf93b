import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { PepQuality } from './pep-quality.js';

@ObjectType({
  description:
    'One term’s Personal Education Plan: the part of a looked-after child’s care plan that is about education.',
})
export class PersonalEducationPlan {
  @Field(() => String, { description: 'Academic year and term, for example `2026/27 Autumn`.' })
  term: string;

  @Field(() => DateScalar, { description: 'The last day on which it is done in time.' })
  dueOn: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was completed; null while it is not.' })
  completedOn: string | null;

  @Field(() => PepQuality, { nullable: true, description: 'The virtual school’s judgement; null until it is judged.' })
  quality: PepQuality | null;

  @Field(() => ClockState, {
    description:
      'Where it stands today; completed late it stays BREACHED. The duty ends the day a child died: what was not yet late then is STOPPED.',
  })
  state: ClockState;

  @Field(() => Int, {
    nullable: true,
    description: 'Pupil Premium Plus spent for the child in the term, in pence; null where not said.',
  })
  pupilPremiumPlusPence: number | null;
}
