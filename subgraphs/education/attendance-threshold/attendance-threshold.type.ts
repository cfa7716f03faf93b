import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { School } from '../school/school.type.js';
import { AttendanceThresholdKind } from './threshold-kind.js';

@ObjectType({
  description:
    'A threshold that a child’s absence from one school counts towards, as at a day. A session that two schools marked counts once, at the school whose mark prevailed.',
})
export class AttendanceThreshold {
  @Field(() => AttendanceThresholdKind, { description: 'Which threshold.' }) kind: AttendanceThresholdKind;
  @Field(() => String, { description: 'The rule in words, to be shown as it stands.' }) rule: string;
  @Field(() => String, { description: 'Where the rule comes from.' }) source: string;
  @Field(() => School, { description: 'The school.' }) school: School;
  @Field(() => Int, { description: 'How many: sessions or school days, as the kind says; at least 1.' }) count: number;
  @Field(() => Int, { description: 'From how many on the threshold is reached.' }) limit: number;
  @Field(() => Boolean, { description: 'Whether `count` is `limit` or more.' }) reached: boolean;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it was reached, and has been since; null where it is not.',
  })
  reachedOn: string | null;
  @Field(() => DateScalar, {
    description:
      'The first day of what is counted: the Monday of the first of the ten school weeks, the first of the days that run, or the first day of the school year.',
  })
  from: string;
  @Field(() => DateScalar, {
    description: 'The last day of what is counted: the day asked for, or the last of the days that run.',
  })
  to: string;
  @Field(() => Int, {
    description:
      'School days between these two, on the school’s roll, of which no mark of the child is held. They count as nothing, so that with them it may be more.',
  })
  unmarkedDays: number;
}
