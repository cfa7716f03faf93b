import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Comparator } from '../../../platform/vocabulary/comparator.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';

const hidden = 'Null where hidden.';
const per100 = (what: string): string =>
  `${what}, to four decimal places; where numbers are rounded, from the rounded ones and to one. Null where hidden, and of no pupils.`;

@ObjectType({
  description:
    'Suspensions and permanent exclusions of a school year, of one group of pupils. For a role not entitled to the whole group, a number of 1 to 7 children is hidden, and what would tell it; other numbers are to the nearest 5.',
})
export class SuspensionCell {
  @Field(() => [String], {
    description:
      'The group, a value for each of `by` in its order; empty for all together, and where no group is told.',
  })
  key: string[];

  @Field(() => DateScalar, {
    description:
      'The day on which pupils are counted: that of the year’s January census, its third Thursday, or today where that is to come.',
  })
  pupilsOn: string;

  @Field(() => Int, {
    nullable: true,
    description: `Pupils on roll on that day, by sole or dual main registration; each once in a group. ${hidden}`,
  })
  pupils: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Suspensions that began in the year and were not cancelled; those of lunchtimes are none. ${hidden}`,
  })
  suspensions: number | null;

  @Field(() => Float, { nullable: true, description: per100('Suspensions for every 100 pupils') })
  suspensionsPer100: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Children with one or more of them, whether pupils on that day or not. ${hidden}`,
  })
  childrenSuspended: number | null;

  @Field(() => Float, {
    nullable: true,
    description: per100(
      'Children with one or more suspension for every 100 pupils, which is not the rate of suspensions',
    ),
  })
  childrenSuspendedPer100: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Permanent exclusions that began in the year and were not rescinded. ${hidden}`,
  })
  permanentExclusions: number | null;

  @Field(() => Float, { nullable: true, description: per100('Permanent exclusions for every 100 pupils') })
  permanentExclusionsPer100: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'School days lost to suspensions in the year, half a day a session, each in the school year of its day; of one that was cancelled those that were served. Lunchtimes and permanent exclusions add none. Null where hidden: for a role that is told rounded figures it stands on ten children at least.',
  })
  lostDays: number | null;

  @Field(() => Comparator, {
    nullable: true,
    description:
      'The rate of suspensions published for England, of all schools or, of a group of one phase of education, of that phase. Null where none is, and of what is hidden.',
  })
  comparator: Comparator | null;

  @Field(() => Comparator, {
    nullable: true,
    description: 'The same of pupils with one or more suspension.',
  })
  comparatorOfChildren: Comparator | null;

  @Field(() => Comparator, {
    nullable: true,
    description: 'The same of permanent exclusions.',
  })
  comparatorOfExclusions: Comparator | null;

  @Field(() => Boolean, {
    description: 'Whether any figure is hidden, since so few children stand behind it or behind what it would tell.',
  })
  suppressed: boolean;

  @Field(() => String, { description: 'What is counted, of whom, and as at when.' })
  basis: string;
}
