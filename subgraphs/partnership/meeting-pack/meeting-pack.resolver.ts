import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { idLength, manyUpTo, upTo } from '../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { Child } from '../child/child.type.js';
import { seeChild } from '../child/see-child.js';
import type { PartnershipContext } from '../context.js';
import { mostMembers } from './asked-meeting.js';
import { MeetingPack, MeetingPackItem } from './meeting-pack.type.js';

@Resolver(() => MeetingPackItem)
export class MeetingPackResolver {
  @Directive('@requiresScopes(scopes: [["partnership:read"]])')
  @Query(() => MeetingPack, {
    nullable: true,
    description:
      'What everybody who is to be at a meeting may see of the children on its agenda, decided for each member by their seat and role alone (a caseload of theirs counts for nothing), and no more than you may see. It is written down as a disclosure to each of them. For those who lead the school, and for the lead of its team: REFUSED to others. NOT_FOUND for somebody who does not belong to the team today, and where the agenda of that day opens nobody to it whom you may see: of a child for whom the safeguarding lead has still to decide there is no pack. INVALID_INPUT for a day to come, a weekend, a bank holiday, and a day on which the school’s calendar has it closed, INSET days included.',
  })
  meetingPack(
    @Arg('schoolUrn', () => ID, { description: upTo(idLength, 'The school.') }) schoolUrn: string,
    @Arg('meetingOn', () => DateScalar, { description: 'The day of the meeting.' }) meetingOn: string,
    @Arg('members', () => [ID], {
      description: manyUpTo(
        mostMembers,
        255,
        'Who is to be there, each by the subject of their token: those with a seat in the team, and those who lead the school.',
      ),
    })
    members: string[],
    @Ctx() { services }: PartnershipContext,
  ): Promise<MeetingPack> {
    return services.packs.of(schoolUrn, meetingOn, members);
  }

  @FieldResolver(() => Child, {
    nullable: true,
    description:
      'Who the child is; null where somebody there may not know it. What is asked of it further is answered to you, by your own rights: it is no part of the pack.',
  })
  child(
    @Root() { childId, known }: MeetingPackItem,
    @Ctx() { services }: PartnershipContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Child | null> | null {
    return known ? seeChild(services, childId, info) : null;
  }
}
