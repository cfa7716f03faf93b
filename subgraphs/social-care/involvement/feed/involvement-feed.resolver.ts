import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { idLength, manyUpTo } from '../../../../platform/graphql/text-limit.js';
import type { SocialCareContext } from '../../context.js';
import { SocialCareStatusHistory } from './status-feed.type.js';
import { SocialCareTeam } from './team-feed.type.js';

const atMost = { description: manyUpTo(1000, idLength, 'The children.') };

@Resolver()
export class InvolvementFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [SocialCareTeam], {
    nullable: true,
    description:
      'Internal: who in social care works with these children. For the partnership’s own feed, never for a person.',
  })
  socialCareTeamFeed(
    @Arg('childIds', () => [ID], atMost) childIds: string[],
    @Ctx() { services }: SocialCareContext,
  ): Promise<SocialCareTeam[]> {
    return services.involvementFeed.teams(childIds);
  }

  @Directive('@inaccessible')
  @Query(() => [SocialCareStatusHistory], {
    nullable: true,
    description: 'Internal: the statuses of these children. For the virtual school’s cohorts, never for a person.',
  })
  socialCareStatusFeed(
    @Arg('childIds', () => [ID], atMost) childIds: string[],
    @Ctx() { services }: SocialCareContext,
  ): Promise<SocialCareStatusHistory[]> {
    return services.involvementFeed.statuses(childIds);
  }
}
