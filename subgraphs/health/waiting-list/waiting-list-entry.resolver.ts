import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
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
}
