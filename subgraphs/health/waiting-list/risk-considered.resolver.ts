import { Arg, Ctx, Directive, ID, Int, Mutation, Resolver } from 'type-graphql';
import { idLength, keyLength, upTo } from '../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import type { HealthContext } from '../context.js';
import { UpdateWaitingListEntryResult, type UpdateResult } from './update-entry.type.js';

@Resolver()
export class RiskConsideredResolver {
  @Directive('@requiresScopes(scopes: [["health:write"]])')
  @Mutation(() => UpdateWaitingListEntryResult, {
    nullable: true,
    description:
      'Records that the risk to a child who was not brought was considered, by the provider that keeps the entry, also once it is closed: `safeguardingFlag` is then null until the child is not brought again. What was considered stays in the provider’s own notes.',
  })
  recordRiskConsidered(
    @Arg('id', () => ID, { description: upTo(idLength, 'The entry.') }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version that was seen.' }) expectedVersion: number,
    @Arg('consideredOn', () => DateScalar, {
      description: 'The day: not before the last appointment that the child was not brought to, not after today.',
    })
    consideredOn: string,
    @Arg('idempotencyKey', () => ID, {
      description: upTo(keyLength, 'The same key again gives the same answer and no second effect.'),
    })
    idempotencyKey: string,
    @Ctx() { services }: HealthContext,
  ): Promise<UpdateResult> {
    return services.riskConsidered.record({ id, expectedVersion, consideredOn }, idempotencyKey);
  }
}
