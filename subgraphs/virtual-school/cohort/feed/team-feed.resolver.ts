import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { idLength, manyUpTo } from '../../../../platform/graphql/text-limit.js';
import type { VirtualSchoolContext } from '../../context.js';
import { VirtualSchoolTeam } from './team-feed.type.js';

@Resolver()
export class TeamFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [VirtualSchoolTeam], {
    nullable: true,
    description:
      'Internal: whether the virtual school works with these children. For the partnership’s own feed, never for a person.',
  })
  virtualSchoolTeamFeed(
    @Arg('childIds', () => [ID], { description: manyUpTo(1000, idLength, 'The children.') }) childIds: string[],
    @Ctx() { services }: VirtualSchoolContext,
  ): Promise<VirtualSchoolTeam[]> {
    return services.teamFeed.of(childIds);
  }
}
