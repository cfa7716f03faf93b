import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import type { HealthContext } from '../context.js';
import { WaitingTimesCell } from './waiting-times-cell.type.js';
import { WaitingTimesDimension } from './waiting-times-dimension.js';

@Resolver()
export class WaitingTimesResolver {
  @Directive('@requiresScopes(scopes: [["aggregate:read"], ["health:read"]])')
  @Query(() => [WaitingTimesCell], {
    nullable: true,
    description:
      'How long children had been waiting for health services at the end of a day, read from the history of every referral. A provider’s staff are told of their own lists, exactly; those who plan services, with small numbers hidden; REFUSED to everyone else. INVALID_INPUT for a day to come, more than three dimensions (two for who is not told everything), or one twice.',
  })
  waitingTimes(
    @Arg('by', () => [WaitingTimesDimension], {
      description: 'What to divide by, at most three; none for one group of all.',
    })
    by: WaitingTimesDimension[],
    @Ctx() { services }: HealthContext,
    @Arg('asAt', () => DateScalar, { nullable: true, description: 'The day; today unless given.' })
    asAt?: string | null,
  ): Promise<WaitingTimesCell[]> {
    return services.waitingTimes.of(by, asAt ?? null);
  }
}
