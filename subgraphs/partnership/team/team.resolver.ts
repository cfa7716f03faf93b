import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { TeamMember } from '../../../platform/vocabulary/team-member.js';
import { Child } from '../child/child.type.js';
import type { PartnershipContext } from '../context.js';
import { mayBeLate } from '../may-be-late.js';

@Resolver(() => Child)
export class TeamResolver {
  @Directive('@requiresScopes(scopes: [["partnership:read"]])')
  @FieldResolver(() => [TeamMember], {
    nullable: true,
    description:
      'Everyone working with the child, fed by the domains; each keeps its domain’s sensitivity and as-at date. Nobody after a child died.' +
      mayBeLate,
  })
  team(@Root() child: Child, @Ctx() { services }: PartnershipContext): Promise<TeamMember[]> {
    return services.team.ofChild(child.id);
  }
}
