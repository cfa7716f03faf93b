import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { idLength, manyUpTo } from '../../../../platform/graphql/text-limit.js';
import type { SocialCareContext } from '../../context.js';
import { SocialCareDeath } from './death-feed.type.js';

const atMost = { description: manyUpTo(1000, idLength, 'The children.') };

@Resolver()
export class DeathFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [SocialCareDeath], {
    nullable: true,
    description:
      'Internal: which of these children have died, and when. For the partnership’s own feed, never for a person.',
  })
  socialCareDeathFeed(
    @Arg('childIds', () => [ID], atMost) childIds: string[],
    @Ctx() { services }: SocialCareContext,
  ): Promise<SocialCareDeath[]> {
    return services.deathFeed.of(childIds);
  }
}
