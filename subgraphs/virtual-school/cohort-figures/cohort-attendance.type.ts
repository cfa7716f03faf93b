import 'reflect-metadata';
import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';
import { Comparator } from '../../../platform/vocabulary/comparator.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';
import { Cohort } from '../cohort/cohort.js';

/** `lastYear` is a field resolver's. */
@ObjectType({
  description:
    'One group of a cohort: its children, and their sessions while they were in the cohort. A child stands in every group it has a possible session in: children do not add up over groups, sessions do.',
})
export class CohortAttendanceGroup {
  @Field(() => [String], {
    description: 'What the group is of: one value a dimension, in the order they were asked for.',
  })
  key: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Children with at least one possible session in the group. Null where the number is small and hidden.',
  })
  children: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Sessions that the children could have attended. Null where hidden.',
  })
  possible: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Sessions present or at an approved educational activity. Null where hidden.',
  })
  attended: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Attended of possible, all sessions together and not the mean of the children’s, in per cent to four decimal places; where numbers are rounded, from the rounded ones and to one. Null where hidden.',
  })
  attendancePercent: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Children absent for a tenth or more of their possible sessions in the group. Null where hidden. Source: DfE, pupil absence methodology.',
  })
  persistentlyAbsentChildren: number | null;

  @Field(() => Float, { nullable: true, description: 'Persistently absent of all children of the group, in per cent.' })
  persistentlyAbsentPercent: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Children absent for half or more of their possible sessions in the group. Null where hidden.',
  })
  severelyAbsentChildren: number | null;

  @Field(() => Float, { nullable: true, description: 'Severely absent of all children of the group, in per cent.' })
  severelyAbsentPercent: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Suspensions and permanent exclusions for every 100 children, to four decimal places: those that began in the weeks on a day on which the child was in the cohort, and were not cancelled, as they are held now. Null where no school told of any suspension yet, which is not none, and for a role that is told rounded figures.',
  })
  suspensionsPer100: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'School days lost to those suspensions, half a day a session; a permanent exclusion adds none. Null as `suspensionsPer100`.',
  })
  lostLearningDays: number | null;

  @Field(() => Comparator, {
    nullable: true,
    description:
      'Attendance of all pupils of the same schools in the same weeks, weighted by the group’s own sessions at each. Null for a role that is told rounded figures.',
  })
  comparator: Comparator | null;

  @Field(() => Comparator, {
    nullable: true,
    description: 'The same of all schools of the same phase of education in the area.',
  })
  samePhase: Comparator | null;

  @Field(() => Comparator, {
    nullable: true,
    description:
      'The figure published for this very cohort in England; null where there is none, never that of all pupils.',
  })
  national: Comparator | null;

  @Field(() => Boolean, { description: 'Whether figures of the group are hidden from your role.' })
  suppressed: boolean;

  @Field(() => Boolean, {
    description:
      'Whether the group’s own days may be set beside others: those of its week or term where figures are divided by it, all of the period otherwise. Why not, `CohortAttendance.comparableNote` says.',
  })
  comparable: boolean;

  /** The same group in the same weeks of the year before: asked for once for all groups, if at all. */
  yearBefore: () => Promise<Comparator | null>;
}

@Directive('@requiresScopes(scopes: [["aggregate:read"]])')
@ObjectType({
  description:
    'How the children of a cohort attended, in sessions counted on the days on which they were in it, at the school whose mark prevailed.',
})
export class CohortAttendance {
  @Field(() => Cohort, { description: 'Whose attendance it is.' })
  cohort: Cohort;

  @Field(() => DateScalar, { description: 'The first day counted, a Monday: weeks are counted whole.' })
  from: string;

  @Field(() => DateScalar, { description: 'The last day counted, a Sunday.' })
  to: string;

  @Field(() => [CohortAttendanceGroup], {
    description:
      'The groups with a possible session, in the order of their keys; one with an empty key where nothing was divided by. None: no child of the cohort had a session or, for a role that is told rounded figures, every group is so small that not even which there are is told.',
  })
  groups: readonly CohortAttendanceGroup[];

  @Field(() => Boolean, { description: 'Whether the period may be set beside others.' })
  comparable: boolean;

  @Field(() => String, { nullable: true, description: 'Why not, where it may not.' })
  comparableNote: string | null;

  @Field(() => String, { description: 'What is counted once: a child, whose registers are taken as one.' })
  basis: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'The last change that the figures take in. Given as the argument `asAt`, it brings the same figures again. Null where none was ever kept.',
  })
  asAt: string | null;

  @Field(() => Boolean, {
    description: 'Whether no school’s register has come for the period’s last fourteen days up to today.',
  })
  stale: boolean;
}
