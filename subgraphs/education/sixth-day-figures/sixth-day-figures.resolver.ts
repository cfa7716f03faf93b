import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { upTo } from '../../../platform/graphql/text-limit.js';
import type { EducationContext } from '../context.js';
import { SixthDayCell } from './sixth-day-cell.type.js';
import { SixthDayDimension } from './sixth-day-dimension.js';

@Resolver()
export class SixthDayFiguresResolver {
  @Directive('@requiresScopes(scopes: [["aggregate:read"]])')
  @Query(() => [SixthDayCell], {
    nullable: true,
    description:
      'How often full-time provision was owed from the sixth school day of suspension or exclusion in a school year, and whether it was in place in time. A headteacher is told of the own school, exactly; those who plan services and the head of the virtual school, with small numbers hidden; REFUSED to everyone else. INVALID_INPUT for a year to come, or a dimension twice.',
  })
  sixthDayFigures(
    @Arg('academicYear', { description: upTo(7, 'The school year, 1 September to 31 August, such as 2026/27.') })
    academicYear: string,
    @Arg('by', () => [SixthDayDimension], {
      description:
        'What to divide by; none for one group of all. With small numbers hidden, nothing is told of two at once.',
    })
    by: SixthDayDimension[],
    @Ctx() { services }: EducationContext,
  ): Promise<SixthDayCell[]> {
    return services.sixthDayFigures.of(academicYear, by);
  }
}
