import { Arg, Ctx, Directive, ID, Int, Mutation, Resolver } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { TeamMember } from '../../../platform/vocabulary/team-member.js';
import type { PartnershipContext } from '../context.js';
import { AgendaItem } from './agenda-item.type.js';

const onceOnly = 'The same key again gives the same answer and no second effect.';

@Resolver()
export class ChangeTeamResolver {
  @Directive('@requiresScopes(scopes: [["team:write"]])')
  @Mutation(() => TeamMember, {
    nullable: true,
    description: 'Seats somebody in the team around a school, or changes or ends the seat.',
  })
  setTeamMember(
    @Arg('schoolUrn', () => ID, { description: 'The school.' }) schoolUrn: string,
    @Arg('userId', () => ID, { description: 'The person, by the subject of their token.' }) userId: string,
    @Arg('role', () => String, { description: 'What they are to the team, in words.' }) role: string,
    @Arg('idempotencyKey', () => ID, { description: onceOnly }) key: string,
    @Ctx() { services }: PartnershipContext,
    @Arg('until', () => DateScalar, {
      nullable: true,
      description: 'The first day they no longer sit in it; without end where not given.',
    })
    until?: string | null,
  ): Promise<TeamMember | null> {
    return services.teamMembers.set(schoolUrn, userId, role, until ?? null, key);
  }

  @Directive('@requiresScopes(scopes: [["team:write"]])')
  @Mutation(() => AgendaItem, {
    nullable: true,
    description:
      'Puts a child on the agenda of the team around the child’s school. While the item stands, 28 days, members see what their own role may see of the child. Not for a child who has died.',
  })
  addToAgenda(
    @Arg('schoolUrn', () => ID, { description: 'The school whose roll the child is on.' }) schoolUrn: string,
    @Arg('childId', () => ID, { description: 'The child, whom the member must be able to see.' }) childId: string,
    @Arg('reason', () => String, { description: 'Why, in words.' }) reason: string,
    @Arg('idempotencyKey', () => ID, { description: onceOnly }) key: string,
    @Ctx() { services }: PartnershipContext,
    @Arg('childVoice', () => String, { nullable: true, description: 'The child’s own words.' })
    childVoice?: string | null,
    @Arg('parentVoice', () => String, { nullable: true, description: 'The parents’ own words.' })
    parentVoice?: string | null,
  ): Promise<AgendaItem | null> {
    const voices = { childVoice: childVoice ?? null, parentVoice: parentVoice ?? null };
    return services.changes.add({ schoolUrn, childId, reason, ...voices }, key);
  }

  @Directive('@requiresScopes(scopes: [["team:write"]])')
  @Mutation(() => AgendaItem, {
    nullable: true,
    description: 'Takes an item off the agenda: what members saw through it they no longer see, at once.',
  })
  closeAgendaItem(
    @Arg('id', () => ID, { description: 'The item.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version that was seen.' }) expectedVersion: number,
    @Arg('idempotencyKey', () => ID, { description: onceOnly }) key: string,
    @Ctx() { services }: PartnershipContext,
  ): Promise<AgendaItem | null> {
    return services.changes.close(id, expectedVersion, key);
  }
}
