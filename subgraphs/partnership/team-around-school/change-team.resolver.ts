import { Arg, Ctx, Directive, ID, Int, Mutation, Resolver } from 'type-graphql';
import { idLength, keyLength, upTo } from '../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { TeamMember } from '../../../platform/vocabulary/team-member.js';
import type { PartnershipContext } from '../context.js';
import { AgendaItem } from './agenda-item.type.js';

const onceOnly = upTo(keyLength, 'The same key again gives the same answer and no second effect.');

@Resolver()
export class ChangeTeamResolver {
  @Directive('@requiresScopes(scopes: [["team:write"]])')
  @Mutation(() => TeamMember, {
    nullable: true,
    description: 'Seats somebody in the team around a school, or changes or ends the seat.',
  })
  setTeamMember(
    @Arg('schoolUrn', () => ID, { description: upTo(idLength, 'The school.') }) schoolUrn: string,
    @Arg('userId', () => ID, {
      description: upTo(255, 'The person, by the subject of their token: somebody who has signed in to the hub.'),
    })
    userId: string,
    @Arg('role', () => String, { description: upTo(200, 'What they are to the team, in words.') }) role: string,
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
    @Arg('schoolUrn', () => ID, { description: upTo(idLength, 'The school whose roll the child is on.') })
    schoolUrn: string,
    @Arg('childId', () => ID, { description: upTo(idLength, 'The child, whom the member must be able to see.') })
    childId: string,
    @Arg('reason', () => String, { description: upTo(4000, 'Why, in words.') }) reason: string,
    @Arg('idempotencyKey', () => ID, { description: onceOnly }) key: string,
    @Ctx() { services }: PartnershipContext,
    @Arg('childVoice', () => String, { nullable: true, description: upTo(4000, 'The child’s own words.') })
    childVoice?: string | null,
    @Arg('parentVoice', () => String, { nullable: true, description: upTo(4000, 'The parents’ own words.') })
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
    @Arg('id', () => ID, { description: upTo(idLength, 'The item.') }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version that was seen.' }) expectedVersion: number,
    @Arg('idempotencyKey', () => ID, { description: onceOnly }) key: string,
    @Ctx() { services }: PartnershipContext,
  ): Promise<AgendaItem | null> {
    return services.changes.close(id, expectedVersion, key);
  }
}
