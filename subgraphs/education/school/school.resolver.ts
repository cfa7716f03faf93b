import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { idLength, upTo } from '../../../platform/graphql/text-limit.js';
import type { EducationContext } from '../context.js';
import { School } from './school.type.js';

@Resolver(() => School)
export class SchoolResolver {
  @Query(() => School, { nullable: true, description: 'One school; null where the register we hold does not have it.' })
  school(
    @Arg('urn', () => ID, { description: upTo(idLength, 'Unique reference number, six digits.') }) urn: string,
    @Ctx() { services }: EducationContext,
  ): Promise<School | null> {
    return services.schools.school(urn);
  }
}
