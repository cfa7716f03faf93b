import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { upTo } from '../../../platform/graphql/text-limit.js';
import type { VirtualSchoolContext } from '../context.js';
import { CohortSuspensionCell } from './cohort-suspension-cell.type.js';
import { CohortSuspensionDimension } from './cohort-suspension-dimension.js';

@Resolver()
export class CohortSuspensionsResolver {
  @Directive('@requiresScopes(scopes: [["aggregate:read"]])')
  @Query(() => [CohortSuspensionCell], {
    nullable: true,
    description:
      'Suspensions and permanent exclusions of a school year by cohort, beside those of all pupils (`suspensionFigures`). Exact for the head of the virtual school; those who plan services are told of looked-after children, of those on a child protection plan and on a Child in Need plan, undivided and with small numbers hidden; REFUSED to everyone else. INVALID_INPUT for a year to come, more than two dimensions, one twice, or any where your role is told none.',
  })
  cohortSuspensions(
    @Arg('academicYear', { description: upTo(7, 'The school year, 1 September to 31 August, such as 2026/27.') })
    academicYear: string,
    @Arg('by', () => [CohortSuspensionDimension], {
      description: 'What to divide each cohort by, at most two; none for one group a cohort.',
    })
    by: CohortSuspensionDimension[],
    @Ctx() { services }: VirtualSchoolContext,
  ): Promise<CohortSuspensionCell[]> {
    return services.cohortSuspensions.of(academicYear, by);
  }
}
