import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { idLength, manyUpTo } from '../../../../platform/graphql/text-limit.js';
import { NoticeFacts } from '../../../../platform/vocabulary/notice-fact.js';
import type { HealthContext } from '../../context.js';

@Resolver()
export class NoticeFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [NoticeFacts], {
    nullable: true,
    description:
      'Internal: what somebody must be told of these children. For the partnership’s own feed, never for a person.',
  })
  healthNoticeFeed(
    @Arg('childIds', () => [ID], { description: manyUpTo(1000, idLength, 'The children.') }) childIds: string[],
    @Ctx() { services }: HealthContext,
  ): Promise<NoticeFacts[]> {
    return services.noticeFeed.of(childIds);
  }
}
