import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { idLength, manyUpTo } from '../../../../platform/graphql/text-limit.js';
import type { EducationContext } from '../../context.js';
import { EducationSuspensionHistory } from './suspension-feed.type.js';

@Resolver()
export class SuspensionFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [EducationSuspensionHistory], {
    nullable: true,
    description:
      'Internal: the suspensions and exclusions of these children. For other domains’ own feeds, never for a person.',
  })
  educationSuspensionFeed(
    @Arg('childIds', () => [ID], { description: manyUpTo(1000, idLength, 'The children.') }) childIds: string[],
    @Ctx() { services }: EducationContext,
  ): Promise<EducationSuspensionHistory[]> {
    return services.suspensionFeed.of(childIds);
  }
}
