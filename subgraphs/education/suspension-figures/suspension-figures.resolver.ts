import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { upTo } from '../../../platform/graphql/text-limit.js';
import type { EducationContext } from '../context.js';
import { SuspensionCell } from './suspension-cell.type.js';
import { SuspensionDimension } from './suspension-dimension.js';

@Resolver()
export class SuspensionFiguresResolver {
  @Directive('@requiresScopes(scopes: [["aggregate:read"]])')
  @Query(() => [SuspensionCell], {
    nullable: true,
    description:
      'Suspensions and permanent exclusions of a school year, with the rates published for England beside them. A headteacher is told of the own school, exactly; those who plan services and the head of the virtual school, with small numbers hidden; REFUSED to everyone else. INVALID_INPUT for a year to come, more than three dimensions, or one twice.',
  })
  suspensionFigures(
    @Arg('academicYear', { description: upTo(7, 'The school year, 1 September to 31 August, such as 2026/27.') })
    academicYear: string,
    @Arg('by', () => [SuspensionDimension], {
      description:
        'What to divide by, at most three; none for one group of all. With small numbers hidden, nothing is told of two at once.',
    })
    by: SuspensionDimension[],
    @Ctx() { services }: EducationContext,
  ): Promise<SuspensionCell[]> {
    return services.suspensionFigures.of(academicYear, by);
  }
}
