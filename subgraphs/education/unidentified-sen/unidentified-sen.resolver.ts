import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { upTo } from '../../../platform/graphql/text-limit.js';
import type { EducationContext } from '../context.js';
import { UnidentifiedSenCell } from './unidentified-sen-cell.type.js';
import { UnidentifiedSenDimension } from './unidentified-sen-dimension.js';

@Resolver()
export class UnidentifiedSenResolver {
  @Directive('@requiresScopes(scopes: [["aggregate:read"]])')
  @Query(() => [UnidentifiedSenCell], {
    nullable: true,
    description:
      'Of how many children who were suspended or permanently excluded in a school year nobody had named special educational needs, and of how many they were named within a year of it. A headteacher is told of the own school, exactly; those who plan services and the head of the virtual school, with small numbers hidden; REFUSED to everyone else. INVALID_INPUT for a year to come, or a dimension twice.',
  })
  unidentifiedSenFigures(
    @Arg('academicYear', { description: upTo(7, 'The school year, 1 September to 31 August, such as 2026/27.') })
    academicYear: string,
    @Arg('by', () => [UnidentifiedSenDimension], {
      description:
        'What to divide by; none for one group of all. With small numbers hidden, nothing is told by school, nor of two at once.',
    })
    by: UnidentifiedSenDimension[],
    @Ctx() { services }: EducationContext,
  ): Promise<UnidentifiedSenCell[]> {
    return services.unidentifiedSen.of(academicYear, by);
  }
}
