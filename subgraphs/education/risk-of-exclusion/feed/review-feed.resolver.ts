import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { idLength, manyUpTo } from '../../../../platform/graphql/text-limit.js';
import { ChangeFacts } from '../../../../platform/vocabulary/change-fact.js';
import type { EducationContext } from '../../context.js';

@Resolver()
export class ReviewFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [ChangeFacts], {
    nullable: true,
    description:
      'Internal: which reviews of the risk of exclusion were recorded of these children. For the partnership’s own feed, never for a person.',
  })
  educationReviewFeed(
    @Arg('childIds', () => [ID], { description: manyUpTo(1000, idLength, 'The children.') }) childIds: string[],
    @Ctx() { services }: EducationContext,
  ): Promise<ChangeFacts[]> {
    return services.reviewFeed.of(childIds);
  }
}
