import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { TeamMember } from '../../../platform/vocabulary/team-member.js';
import { Child } from '../child/child.type.js';
import { seeChild } from '../child/see-child.js';
import type { PartnershipContext } from '../context.js';
import { School } from '../school-people/school.type.js';
import { mayBeLate } from '../may-be-late.js';
import { AgendaItem } from './agenda-item.type.js';
import { TeamAroundSchool } from './team-around-school.type.js';

@Resolver(() => School)
export class SchoolResolver {
  @Directive('@requiresScopes(scopes: [["partnership:read"]])')
  @FieldResolver(() => TeamAroundSchool, {
    nullable: true,
    description: 'The multi-agency team aligned to the school: for those in it.',
  })
  teamAroundSchool(@Root() { urn }: School, @Ctx() { services }: PartnershipContext): Promise<TeamAroundSchool> {
    return services.teamMembers.ofSchool(urn);
  }
}

@Resolver(() => TeamAroundSchool)
export class TeamAroundSchoolResolver {
  @FieldResolver(() => [TeamMember], {
    nullable: true,
    description:
      'Who is linked with the school today: those who have a seat in its team, then who holds a post at the school or for its cluster, then whoever works with a child on its roll, of each domain as far as it shows you that child’s team. A vacant post is no member: `School.directory` tells it.' +
      mayBeLate,
  })
  members(@Root() { schoolUrn }: TeamAroundSchool, @Ctx() { services }: PartnershipContext): Promise<TeamMember[]> {
    return services.teamMembers.membersOf(schoolUrn);
  }

  @FieldResolver(() => [AgendaItem], {
    nullable: true,
    description:
      'The children to be discussed whom the reader may see, latest first; never a child who had died by the day of the meeting.' +
      mayBeLate,
  })
  agenda(
    @Root() { schoolUrn }: TeamAroundSchool,
    @Ctx() { services }: PartnershipContext,
    @Arg('meetingOn', () => DateScalar, {
      nullable: true,
      description: 'The day of the meeting; today where not given.',
    })
    meetingOn?: string | null,
  ): Promise<AgendaItem[]> {
    return services.agendas.ofSchool(schoolUrn, meetingOn);
  }
}

@Resolver(() => AgendaItem)
export class AgendaItemResolver {
  @FieldResolver(() => Child, { nullable: true, description: 'The child to be discussed.' })
  child(
    @Root() { childId }: AgendaItem,
    @Ctx() { services }: PartnershipContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Child | null> {
    return seeChild(services, childId, info);
  }
}
