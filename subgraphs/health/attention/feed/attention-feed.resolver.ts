import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { idLength, manyUpTo } from '../../../../platform/graphql/text-limit.js';
import { AttentionFacts } from '../../../../platform/vocabulary/attention-fact.js';
import type { HealthContext } from '../../context.js';

@Resolver()
export class AttentionFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [AttentionFacts], {
    nullable: true,
    description:
      'Internal: what of these children needs attention. For the partnership’s own feed, never for a person.',
  })
  healthAttentionFeed(
    @Arg('childIds', () => [ID], { description: manyUpTo(1000, idLength, 'The children.') }) childIds: string[],
    @Ctx() { services }: HealthContext,
  ): Promise<AttentionFacts[]> {
    return services.attentionFeed.of(childIds);
  }
}
