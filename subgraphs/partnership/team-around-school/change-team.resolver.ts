import { Arg, Ctx, Directive, ID, Mutation, Resolver } from 'type-graphql';
import { idLength, keyLength, upTo } from '../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { TeamMember } from '../../../platform/vocabulary/team-member.js';
import type { PartnershipContext } from '../context.js';

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
}
