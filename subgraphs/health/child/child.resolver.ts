import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { HealthContext } from '../context.js';
import { WaitingListEntry } from '../waiting-list/waiting-list-entry.type.js';
import { Child } from './child.type.js';
import { HealthRecord } from './health-record.type.js';

@Resolver(() => Child)
export class ChildResolver {
  @FieldResolver(() => HealthRecord, { nullable: true, description: 'What health partners share about the child.' })
  health(@Root() child: Child, @Ctx() { services }: HealthContext): Promise<HealthRecord | null> {
    return services.waitingLists.recordOf(child.id);
  }
}

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
