import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { idLength, manyUpTo } from '../../../../platform/graphql/text-limit.js';
import { ChangeFacts } from '../../../../platform/vocabulary/change-fact.js';
import type { SocialCareContext } from '../../context.js';

@Resolver()
export class ChangeFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [ChangeFacts], {
    nullable: true,
    description: 'Internal: what of these children changed. For the partnership’s own feed, never for a person.',
  })
  socialCareChangeFeed(
    @Arg('childIds', () => [ID], { description: manyUpTo(1000, idLength, 'The children.') }) childIds: string[],
    @Ctx() { services }: SocialCareContext,
  ): Promise<ChangeFacts[]> {
    return services.changeFeed.of(childIds);
  }
}
