import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { PepQuality } from './pep-quality.js';

@ObjectType({
  description:
    'One term’s Personal Education Plan: the part of a looked-after child’s care plan that is about education. One that is to be made and that no file tells of is here as well, not completed.',
})
export class PersonalEducationPlan {
  @Field(() => String, {
    description: 'Academic year and term, for example `2026/27 Autumn`. The first plan’s is that of the first review.',
  })
  term: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Practice: the day to initiate the first plan by, ten working days after the child became looked after. Null of later plans, and where social care does not share since when the child is looked after.',
  })
  initiateBy: string | null;

  @Field(() => DateScalar, {
    description:
      'The last day on which it is done in time. Statute: the first plan is ready for the first review, twenty working days after the child became looked after (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33), or earlier where the virtual school says so. Then once a term: the day the virtual school says, else the last day of the term’s months.',
  })
  dueOn: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was completed; null while it is not.' })
  completedOn: string | null;

  @Field(() => PepQuality, { nullable: true, description: 'The virtual school’s judgement; null until it is judged.' })
  quality: PepQuality | null;

  @Field(() => ClockState, {
    description:
      'Where it stands today; completed late it stays BREACHED. The duty ends the day care ended, or the child died: what was not yet late then is STOPPED.',
  })
  state: ClockState;

  @Field(() => Int, {
    nullable: true,
    description: 'Pupil Premium Plus spent for the child in the term, in pence; null where not said.',
  })
  pupilPremiumPlusPence: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Pupil Premium Plus allocated to the child for the term, in pence; null where not said.',
  })
  pupilPremiumPlusAllocatedPence: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day the designated teacher of the child’s school had done their part; null until then.',
  })
  designatedTeacherOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day the child’s own views were recorded; null until then.',
  })
  childViewsOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day the virtual school signed it off; null until then.',
  })
  signedOffOn: string | null;
}
