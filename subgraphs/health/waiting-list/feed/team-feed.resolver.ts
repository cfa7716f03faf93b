import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { idLength, manyUpTo } from '../../../../platform/graphql/text-limit.js';
import type { HealthContext } from '../../context.js';
import { HealthTeam } from './team-feed.type.js';

@Resolver()
export class TeamFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [HealthTeam], {
    nullable: true,
    description:
      'Internal: who in health works with these children. For the partnership’s own feed, never for a person.',
  })
  healthTeamFeed(
    @Arg('childIds', () => [ID], { description: manyUpTo(1000, idLength, 'The children.') }) childIds: string[],
    @Ctx() { services }: HealthContext,
  ): Promise<HealthTeam[]> {
    return services.teamFeed.of(childIds);
  }
}
