import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import type { HealthContext } from '../context.js';
import { ReferralsCell } from './referrals-cell.type.js';
import { ReferralsDimension } from './referrals-dimension.js';

@Resolver()
export class ReferralsResolver {
  @Directive('@requiresScopes(scopes: [["aggregate:read"], ["health:read"]])')
  @Query(() => [ReferralsCell], {
    nullable: true,
    description:
      'The referrals to health services that were received in a period, and what has come of them since. A provider’s staff are told of those it received, exactly; those who plan services, with small numbers hidden; REFUSED to everyone else. INVALID_INPUT for a period that ends before it begins or in the future, more than three dimensions, or one twice.',
  })
  referrals(
    @Arg('from', () => DateScalar, { description: 'The first day on which they were received.' })
    from: string,
    @Arg('to', () => DateScalar, { description: 'The last day on which they were received; today at the latest.' })
    to: string,
    @Arg('by', () => [ReferralsDimension], {
      description:
        'What to divide by, at most three; none for one group of all. With small numbers hidden, nothing is told of two at once.',
    })
    by: ReferralsDimension[],
    @Ctx() { services }: HealthContext,
  ): Promise<ReferralsCell[]> {
    return services.referrals.of({ from, to, by });
  }
}
