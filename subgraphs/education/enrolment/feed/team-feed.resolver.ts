import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { idLength, manyUpTo } from '../../../../platform/graphql/text-limit.js';
import type { EducationContext } from '../../context.js';
import { EducationTeam } from './team-feed.type.js';

@Resolver()
export class TeamFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [EducationTeam], {
    nullable: true,
    description:
      'Internal: which schools work with these children. For the partnership’s own feed, never for a person.',
  })
  educationTeamFeed(
    @Arg('childIds', () => [ID], { description: manyUpTo(1000, idLength, 'The children.') }) childIds: string[],
    @Ctx() { services }: EducationContext,
  ): Promise<EducationTeam[]> {
    return services.teamFeed.of(childIds);
  }
}
