import 'reflect-metadata';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Comparator } from '../../../platform/vocabulary/comparator.js';
import { Cohort } from '../cohort/cohort.js';

const unknown = 'Null where hidden, and where no school told of any suspension yet, which is not none.';
const per100 = (what: string): string =>
  `${what} for every 100 of the children, to four decimal places; where numbers are rounded, from the rounded ones and to one. Null of no children, where hidden, and where no school told of any suspension yet.`;

@ObjectType({
  description:
    'Suspensions and permanent exclusions of the children of one cohort in a school year, begun on a day on which the child was in it, and not cancelled. A child may be in several cohorts, and counts in each.',
})
export class CohortSuspensionCell {
  @Field(() => Cohort, { description: 'Whose they are.' }) cohort: Cohort;

  @Field(() => [String], {
    description: 'The group within the cohort, a value for each of `by` in its order; empty for the whole cohort.',
  })
  key: string[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Children with at least one possible session in the group while they were in the cohort, as in `cohortAttendance`. Null where hidden.',
  })
  children: number | null;

  @Field(() => Int, { nullable: true, description: `Suspensions; those of lunchtimes are none. ${unknown}` })
  suspensions: number | null;

  @Field(() => Float, { nullable: true, description: per100('Suspensions') }) suspensionsPer100: number | null;

  @Field(() => Int, { nullable: true, description: `Children with one or more of them. ${unknown}` })
  childrenSuspended: number | null;

  @Field(() => Float, {
    nullable: true,
    description: per100('Children with one or more suspension, which is not the rate of suspensions,'),
  })
  childrenSuspendedPer100: number | null;

  @Field(() => Int, { nullable: true, description: `Permanent exclusions. ${unknown}` })
  permanentExclusions: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `School days lost to those suspensions, half a day a session; a permanent exclusion adds none. ${unknown}`,
  })
  lostDays: number | null;

  @Field(() => Comparator, {
    nullable: true,
    description:
      'Children with one or more suspension of every 100 as published for England of this very cohort; the department takes the status on 31 March. Null where none is, of a part of a cohort, and of what is hidden.',
  })
  comparatorOfChildren: Comparator | null;

  @Field(() => Boolean, { description: 'Whether figures are hidden from your role.' }) suppressed: boolean;

  @Field(() => String, { description: 'What is counted, and of whom.' }) basis: string;
}
