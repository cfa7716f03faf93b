import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { idLength, keyLength, upTo } from '../../../../platform/graphql/text-limit.js';
import type { HealthContext } from '../../context.js';
import { WaitingListEntry } from '../waiting-list-entry.type.js';
import { ConflictSide } from './conflict-side.js';
import { WaitingListConflict } from './entry-conflict.type.js';

@Resolver(() => WaitingListConflict)
export class EntryConflictResolver {
  @FieldResolver(() => WaitingListEntry, { nullable: true, description: 'The entry as it stands today.' })
  entry(
    @Root() { entryId }: WaitingListConflict,
    @Ctx() { services }: HealthContext,
  ): Promise<WaitingListEntry | null> {
    return services.waitingLists.entry(entryId);
  }

  @Directive('@requiresScopes(scopes: [["health:read"], ["health:write"]])')
  @Query(() => [WaitingListConflict], {
    nullable: true,
    description:
      'What the signed-in person’s own provider’s files said against changes made in the hub, and nobody has settled: the 500 oldest, oldest first. Nobody else’s is told.',
  })
  waitingListConflicts(@Ctx() { services }: HealthContext): Promise<WaitingListConflict[]> {
    return services.conflicts.open();
  }

  @Directive('@requiresScopes(scopes: [["health:write"]])')
  @Mutation(() => WaitingListConflict, {
    nullable: true,
    description:
      'Says which of file and hub is right about one of the provider’s own entries. NOT_FOUND for a conflict that does not exist and for another provider’s; CONFLICT where it was settled already, where the entry was changed since it was seen, and where the file would take back a redirect whose wait goes on where the child was sent.',
  })
  settleConflict(
    @Arg('id', () => ID, { description: upTo(idLength, 'The conflict.') }) id: string,
    @Arg('take', () => ConflictSide, { description: 'Whose word is taken.' }) take: ConflictSide,
    @Arg('expectedVersion', () => Int, {
      description: 'The version of the entry that was seen; another means somebody changed it since.',
    })
    expectedVersion: number,
    @Arg('idempotencyKey', () => ID, {
      description: upTo(keyLength, 'The same key again gives the same answer and no second effect.'),
    })
    key: string,
    @Ctx() { services }: HealthContext,
  ): Promise<WaitingListConflict> {
    return services.settlements.settle({ id, take, expectedVersion }, key);
  }
}
