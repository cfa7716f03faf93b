import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { idLength, manyUpTo } from '../../../../platform/graphql/text-limit.js';
import { AttentionFacts } from '../../../../platform/vocabulary/attention-fact.js';
import type { VirtualSchoolContext } from '../../context.js';

@Resolver()
export class AttentionFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [AttentionFacts], {
    nullable: true,
    description:
      'Internal: what of these children needs attention. For the partnership’s own feed, never for a person.',
  })
  virtualSchoolAttentionFeed(
    @Arg('childIds', () => [ID], { description: manyUpTo(1000, idLength, 'The children.') }) childIds: string[],
    @Ctx() { services }: VirtualSchoolContext,
  ): Promise<AttentionFacts[]> {
    return services.attentionFeed.of(childIds);
  }

  @Directive('@inaccessible')
  @Query(() => [AttentionFacts], {
    nullable: true,
    description:
      'Internal: what of these children needs attention because a plan is to be made of which no file tells. For the partnership’s own feed, never for a person.',
  })
  virtualSchoolPlansToMakeFeed(
    @Arg('childIds', () => [ID], { description: manyUpTo(1000, idLength, 'The children.') }) childIds: string[],
    @Ctx() { services }: VirtualSchoolContext,
  ): Promise<AttentionFacts[]> {
    return services.attentionFeed.ofPlansToMake(childIds);
  }
}
