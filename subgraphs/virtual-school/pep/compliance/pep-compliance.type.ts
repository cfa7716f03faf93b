import 'reflect-metadata';
import { Field, Int, Float, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../../platform/vocabulary/date-scalar.js';
import { PepQuality } from '../pep-quality.js';

@ObjectType({ description: 'How many completed plans were judged so.' })
export class PepQualityCount {
  @Field(() => PepQuality, { nullable: true, description: 'The judgement; null of plans not judged yet.' })
  quality: PepQuality | null;

  @Field(() => Int, { nullable: true, description: 'Plans; null where hidden.' })
  count: number | null;
}

@ObjectType({
  description:
    'How far the Personal Education Plans of a term are done. For a role not entitled to the whole group, 1 to 7 are hidden (null), and what would tell them; others are to the nearest 5, and percent is from those numbers, where children are 10 or more.',
})
export class PepCompliance {
  @Field(() => String, { description: 'Academic year and term, as asked: `2026/27 Autumn`.' })
  term: string;

  @Field(() => DateScalar, { description: 'The first day of the term’s months.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day of the term’s months.' })
  to: string;

  @Field(() => String, { description: 'What is counted: `child`. A child has one plan a term.' })
  basis: string;

  @Field(() => DateScalar, { description: 'The day as of which it is counted: today.' })
  asAt: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Looked-after children of school age (3 to the school year of the 18th birthday) with a plan to be made in the term, who were still looked after on the day it was due, or are today where that is to come. Short breaks do not count.',
  })
  eligible: number | null;

  @Field(() => Int, { nullable: true, description: 'Those whose plan is completed, in time or late.' })
  completed: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Completed over eligible, in percent: the share of eligible looked-after children with a completed plan in the term. Null where nobody is eligible.',
  })
  percent: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Those whose plan is past its day, not completed, and still to be made.',
  })
  overdue: number | null;

  @Field(() => [PepQualityCount], {
    nullable: true,
    description: 'The completed plans by the virtual school’s judgement: RED, AMBER, GREEN, and not judged yet.',
  })
  byQuality: PepQualityCount[] | null;

  @Field(() => Boolean, { description: 'Whether the whole is hidden, for so few children stand behind it.' })
  suppressed: boolean;
}
