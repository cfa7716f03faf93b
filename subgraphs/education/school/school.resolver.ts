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

  @Query(() => [School], {
    nullable: true,
    description:
      'The schools whose registers of this school year or the one before are held, in the order of their names: to choose one from. About no child, and the same for everyone.',
  })
  schools(@Ctx() { services }: EducationContext): Promise<School[]> {
    return services.schools.withRegisters();
  }
}
