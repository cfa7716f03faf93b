import 'reflect-metadata';
import { Field, Float, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { GovernorsDuty } from './governors-duty.js';

@ObjectType({
  description:
    'The review by an independent panel that parents may ask for once a governing board has upheld a permanent exclusion (SI 2012/1033 regulation 7).',
})
export class IndependentReview {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last day to ask for it: the fifteenth school day after the board’s decision, which parents are taken to be told of on its day. Null once it was held, and where it is not known on which days the school is open.',
  })
  askBy: string | null;
  @Field(() => Boolean, { description: 'Whether a panel has reviewed the exclusion; its result is the review’s.' })
  held: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the panel heard an expert in special educational needs; null where nobody said.',
  })
  senExpert: boolean | null;
}

@ObjectType({
  description:
    'What a school’s governing board has to do about a suspension or exclusion, by the school days of its term, and what came of it. Whether a public examination is missed is not held: a meeting for that reason alone is not told of.',
})
export class GovernorsReview {
  @Field(() => DateScalar, {
    description:
      'The first day of the term: terms end on Easter Monday, 31 July and 31 December (SI 2012/1033 regulation 2).',
  })
  termFrom: string;
  @Field(() => DateScalar, { description: 'The last day of the term.' }) termTo: string;
  @Field(() => Float, {
    description:
      'School days from this school in the term, in halves, up to this suspension and with it; a lunchtime is half a day.',
  })
  schoolDays: number;
  @Field(() => GovernorsDuty, {
    description:
      'What the board has to do: MUST_MEET of more than 15 school days and of a permanent exclusion, ON_REPRESENTATIONS of more than 5. NONE of one that was cancelled.',
  })
  duty: GovernorsDuty;
  @Field(() => Boolean, { description: 'Whether the board is to meet whatever parents say.' }) mustMeet: boolean;
  @Field(() => String, { description: 'Why, in a sentence that names its source.' }) because: string;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last day for the meeting: 15 school days after the first day of the suspension where the board must meet, 50 where it does on representations. Null where none is due, and where it is not known on which days the school is open.',
  })
  meetBy: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the review that the school told of last; null where it told of none.',
  })
  reviewedOn: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What came of it, in the published words; null where the school did not say.',
  })
  result: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day the child was reinstated; null where none is told.',
  })
  reinstatedOn: string | null;
  @Field(() => IndependentReview, {
    nullable: true,
    description: 'Null but of a permanent exclusion that the board upheld.',
  })
  independentReview: IndependentReview | null;
}
