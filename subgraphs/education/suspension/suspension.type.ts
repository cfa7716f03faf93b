import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { SenProvision } from '../../../platform/vocabulary/sen-provision.js';
import { SenNeed } from '../sen/sen-record.type.js';
import { GovernorsReview } from './governors-review.type.js';
import { SuspensionCategory } from './suspension-category.js';

@ObjectType({
  description:
    'Full-time education owed to a child who is kept out of school: by the school from the sixth consecutive school day of suspension, in one period or several (SI 2007/1870 regulation 3, as SI 2014/3216 amended it), and by the council where the child lives from the sixth school day of a permanent exclusion.',
})
export class SixthDayProvision {
  @Field(() => DateScalar, {
    description:
      'The day by which it is to be in place. Days to come of which no calendar tells are taken as school days, so that it is told no later than it falls.',
  })
  dueOn: string;
  @Field(() => String, { description: 'Who owes it: the URN of the school, or COUNCIL.' }) dutyOf: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was in place; null where nobody told of any.',
  })
  inPlaceOn: string | null;
  @Field(() => Boolean, { description: 'Whether it was in place after that day, or is not though the day is over.' })
  breached: boolean;
}

@ObjectType({
  description: 'A suspension, lunchtime suspension or permanent exclusion, as the school told of it last.',
})
export class Suspension {
  /** The school: told by the duty alone. */
  urn: string;
  @Field(() => DateScalar, { description: 'The first day of it.' }) startedOn: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'Sessions, two a school day; of one that was cancelled, those served. Null of lunchtimes and of a permanent exclusion.',
  })
  sessions: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Lunchtimes, as `sessions`; null of another category.',
  })
  lunchtimes: number | null;
  @Field(() => [String], {
    description: 'Up to three reasons in the published words, the main one first; none where none was told.',
  })
  reasons: string[];
  @Field(() => SuspensionCategory, { description: 'How the child is kept out of school.' })
  category: SuspensionCategory;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was cancelled; null where it was not. What was served until then counts.',
  })
  cancelledOn: string | null;
  @Field(() => SixthDayProvision, {
    nullable: true,
    description:
      'What is owed during it, told with the first suspension of those that follow each other without a school day between. Null where nothing is: five school days or fewer, a pupil past compulsory school age (of Year 11, after the last Friday in June; the days of examinations are not held); and where it is not known on which days the school was open.',
  })
  sixthDayProvision: SixthDayProvision | null;
  @Field(() => SenProvision, {
    nullable: true,
    description:
      'The special educational provision that the child’s rolls show for the first day of it; null where none does.',
  })
  senProvisionThen: SenProvision | null;
  @Field(() => [SenNeed], {
    nullable: true,
    description:
      'The needs that the same roll showed for that day, the main one first, as far as they were told until then; null as `senProvisionThen` is.',
  })
  senNeedsThen: SenNeed[] | null;
  @Field(() => SenProvision, {
    nullable: true,
    description:
      'The special educational provision of today, as `SenRecord.provision`: beside `senProvisionThen` it tells of needs that nobody had named when the child was kept out.',
  })
  senProvisionNow: SenProvision | null;
  @Field(() => [SenNeed], { nullable: true, description: 'The needs of today, as `SenRecord.needs`.' })
  senNeedsNow: SenNeed[] | null;
  @Field(() => GovernorsReview, {
    description: 'What the school’s governing board has to do about it, and what came of that.',
  })
  governorsReview: GovernorsReview;
  @Field(() => DateScalar, {
    description:
      'The day on which the council was told of it, as it is to be of every one, without delay and whatever its length (DfE, Suspension and permanent exclusion, 2023): the day the school names, or that on which its file first told the hub.',
  })
  councilToldOn: string;
}

@ObjectType({
  description:
    'A child’s suspensions and permanent exclusions of one academic year, from all schools, against the 45 school days that the law allows (SI 2012/1033). A session counts in the year of its day.',
})
export class SuspensionSummary {
  @Field(() => [Suspension], {
    description: 'Those that began in the year or have a session in it, the first of them first.',
  })
  items: Suspension[];
  @Field(() => Int, { description: 'Sessions of the year.' }) sessionsThisYear: number;
  @Field(() => Float, {
    description:
      'School days of the year: half a day a session and half a day a lunchtime. A permanent exclusion adds none.',
  })
  schoolDaysThisYear: number;
  @Field(() => Float, { description: 'What is left of the 45 school days, never below 0.' })
  schoolDaysLeftOf45: number;
  @Field(() => Boolean, { description: 'Whether it is more than 45 school days; exactly 45 is not.' })
  overLimit: boolean;
  @Field(() => String, {
    nullable: true,
    description:
      'From 40 school days on, a sentence that says how many are left of the 45, or that it is more; null below.',
  })
  limitWarning: string | null;
}
