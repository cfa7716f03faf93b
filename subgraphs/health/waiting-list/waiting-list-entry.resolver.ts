import { Arg, Ctx, Directive, ID, Int, Mutation, Resolver } from 'type-graphql';
import { idLength, keyLength, upTo } from '../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import type { HealthContext } from '../context.js';
import { UpdateWaitingListEntryInput, UpdateWaitingListEntryResult, type UpdateResult } from './update-entry.type.js';
import { WaitingListEntry } from './waiting-list-entry.type.js';

@Resolver(() => WaitingListEntry)
export class WaitingListEntryResolver {
  @Directive('@requiresScopes(scopes: [["health:write"]])')
  @Mutation(() => UpdateWaitingListEntryResult, {
    nullable: true,
    description: 'Changes one entry of the signed-in person’s own provider, through the states a referral can take.',
  })
  updateWaitingListEntry(
    @Arg('input', () => UpdateWaitingListEntryInput, { description: 'The change.' }) input: UpdateWaitingListEntryInput,
    @Ctx() { services }: HealthContext,
  ): Promise<UpdateResult> {
    return services.updates.update(input);
  }

  @Directive('@requiresScopes(scopes: [["health:write"]])')
  @Mutation(() => [UpdateWaitingListEntryResult], {
    nullable: true,
    description:
      'Changes entries of the signed-in person’s own provider, at most 200, each for itself and in order: what can be made is made, and each is answered in its place, one that is not the provider’s own as an InvalidChange of its id. Entries are shown as they stand after all of it.',
  })
  updateWaitingListEntries(
    @Arg('inputs', () => [UpdateWaitingListEntryInput], { description: 'The changes.' })
    inputs: UpdateWaitingListEntryInput[],
    @Ctx() { services }: HealthContext,
  ): Promise<UpdateResult[]> {
    return services.updates.updateAll(inputs);
  }

  @Directive('@requiresScopes(scopes: [["health:write"]])')
  @Mutation(() => UpdateWaitingListEntryResult, {
    nullable: true,
    description:
      'Records that the referrer was told of the latest outcome of an entry of the signed-in person’s own provider. A later outcome is to be told again.',
  })
  recordReferrerTold(
    @Arg('id', () => ID, { description: upTo(idLength, 'The entry.') }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version that was seen.' }) expectedVersion: number,
    @Arg('toldOn', () => DateScalar, { description: 'The day: not before the outcome, not after today.' })
    toldOn: string,
    @Arg('idempotencyKey', () => ID, {
      description: upTo(keyLength, 'The same key again gives the same answer and no second effect.'),
    })
    idempotencyKey: string,
    @Ctx() { services }: HealthContext,
  ): Promise<UpdateResult> {
    return services.referrerTold.record({ id, expectedVersion, toldOn }, idempotencyKey);
  }
}
