import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { idLength, manyUpTo } from '../../../../platform/graphql/text-limit.js';
import type { SocialCareContext } from '../../context.js';
import { SocialCareAllocationHistory } from './allocation-feed.type.js';

@Resolver()
export class AllocationFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [SocialCareAllocationHistory], {
    nullable: true,
    description:
      'Internal: which teams held these children’s cases. For the virtual school’s own feed, never for a person.',
  })
  socialCareAllocationFeed(
    @Arg('childIds', () => [ID], { description: manyUpTo(1000, idLength, 'The children.') }) childIds: string[],
    @Ctx() { services }: SocialCareContext,
  ): Promise<SocialCareAllocationHistory[]> {
    return services.allocationFeed.of(childIds);
  }
}
