import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { goesOnToAsk } from '../../../platform/record/ask-alongside.js';
import { Comparator } from '../../../platform/vocabulary/comparator.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';
import { Cohort } from '../cohort/cohort.js';
import type { VirtualSchoolContext } from '../context.js';
import { CohortAttendance, CohortAttendanceGroup } from './cohort-attendance.type.js';
import { CohortDimension } from './cohort-dimension.js';

@Resolver(() => CohortAttendanceGroup)
export class CohortAttendanceResolver {
  @Directive('@requiresScopes(scopes: [["aggregate:read"]])')
  @Query(() => CohortAttendance, {
    nullable: true,
    description:
      'How the children of a cohort attended, week by week or divided otherwise. Exact for the head of the virtual school; of one’s own school the number of children for its headteacher; for those who plan services small numbers are hidden and others are to the nearest five.',
  })
  cohortAttendance(
    @Ctx() { services }: VirtualSchoolContext,
    @Arg('cohort', () => Cohort, { description: 'Whose attendance.' }) cohort: Cohort,
    @Arg('from', () => DateScalar, {
      description: 'The first day. A week is counted whole; a term’s first day begins with that term’s first week.',
    })
    from: string,
    @Arg('to', () => DateScalar, { description: 'The last day.' }) to: string,
    @Info() info: GraphQLResolveInfo,
    @Arg('by', () => [CohortDimension], { description: 'What to divide by, at most three; none for one group of all.' })
    by: CohortDimension[],
    @Arg('asAt', () => DateTimeScalar, {
      nullable: true,
      description:
        'As it was believed at this instant, before later returns and corrections; as it is believed now unless given. Before the hub began to keep figures nothing was believed, and there are no groups. The year before is told as it was believed then as well; what all pupils’ totals come to beside a group is as it is held now.',
    })
    asAt?: string | null,
  ): Promise<CohortAttendance> {
    const beside = goesOnToAsk(info, 'CohortAttendanceGroup', 'comparator', 'samePhase');
    return services.cohortFigures.attendance({ cohort, from, to, by, asAt: asAt ?? null, beside });
  }

  @FieldResolver(() => Comparator, {
    nullable: true,
    description: 'The same cohort and group in the same weeks of the year before; null where nothing is held of them.',
  })
  lastYear(@Root() group: CohortAttendanceGroup): Promise<Comparator | null> {
    return group.yearBefore();
  }

  @Directive('@requiresScopes(scopes: [["aggregate:read"], ["virtual-school:read"]])')
  @Query(() => [String], {
    nullable: true,
    description:
      'The names of social care’s teams that hold or held the case of a child of these cohorts, in order. For those who may ask for the figures of a cohort or for the weekly list.',
  })
  socialWorkTeams(@Ctx() { services }: VirtualSchoolContext): Promise<readonly string[]> {
    return services.cohortFigures.socialWorkTeams();
  }
}
