import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { HealthContext } from '../context.js';
import { ReferInput, type ReferralResult, ReferResult } from './refer.type.js';

/** How a child comes to wait. */
@Resolver()
export class ReferResolver {
  @Directive('@requiresScopes(scopes: [["health:write"], ["health:refer"]])')
  @Mutation(() => ReferResult, {
    nullable: true,
    description:
      'Refers a child to a service of a provider, on whose list the child then waits; where the child waits for that service already, at whichever provider, as far as the caller may see, that entry is the answer.',
  })
  refer(
    @Arg('input', () => ReferInput, { description: 'The referral.' }) input: ReferInput,
    @Ctx() { services }: HealthContext,
  ): Promise<ReferralResult> {
    return services.referring.refer(input);
  }
}
