import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { HealthRecord } from '../child/health-record.type.js';
import type { HealthContext } from '../context.js';
import { WaitingListEntry } from './waiting-list-entry.type.js';

/** The waits within what health partners share about a child. */
@Resolver(() => HealthRecord)
export class HealthRecordResolver {
  @FieldResolver(() => [WaitingListEntry], {
    nullable: true,
    description: 'Waiting-list entries, longest wait first; all of them unless asked for open or closed ones.',
  })
  waiting(
    @Root() record: HealthRecord,
    @Ctx() { services }: HealthContext,
    @Arg('open', () => Boolean, {
      nullable: true,
      description: 'Only open entries, or only closed ones: those of a child who died are closed.',
    })
    open?: boolean | null,
  ): Promise<WaitingListEntry[]> {
    return services.waitingLists.ofChild(record.childId, open ?? null);
  }
}
