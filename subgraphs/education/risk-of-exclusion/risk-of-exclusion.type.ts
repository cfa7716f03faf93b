import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { Voice } from '../../../platform/vocabulary/voice.js';

@ObjectType({ description: 'A look at what was tried with a child at risk of exclusion, and what the pupil said.' })
export class RiskReview {
  @Field(() => DateScalar, { description: 'The day of it.' }) reviewedOn: string;
  @Field(() => [String], { description: 'What had been tried, as the one who recorded it put it.' })
  interventionsTried: string[];
  @Field(() => Voice, { nullable: true, description: 'The pupil’s own words; null where none are recorded.' })
  pupilVoice: Voice | null;
  @Field(() => String, { description: 'The role of whoever recorded it, for example headteacher.' }) recordedBy: string;
}

@ObjectType({
  description:
    'That a child is at risk of a permanent exclusion, flagged in this school year so that help comes before it: by two suspensions in one half-term, or by whoever recorded what was tried.',
})
export class RiskOfExclusion {
  @Field(() => DateScalar, {
    description:
      'Since when: the first day of the second suspension of a half-term, or the day of the first review where that was earlier.',
  })
  flaggedOn: string;
  @Field(() => String, { description: 'Why, in a sentence that names its source.' }) because: string;
  @Field(() => [String], {
    description: 'What was tried, of all reviews of this school year, each once, the first of them first.',
  })
  interventionsTried: string[];
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the last review since it was flagged; null where there was none.',
  })
  reviewedOn: string | null;
  @Field(() => [RiskReview], { description: 'The reviews of this school year, the first of them first.' })
  reviews: RiskReview[];
  @Field(() => Int, {
    description:
      'Grows with each review of the school year; `recordRiskReview` asks for the one that was seen, and 0 of a child without any.',
  })
  version: number;
}
