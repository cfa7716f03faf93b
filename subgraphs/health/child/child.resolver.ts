import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { HealthContext } from '../context.js';
import { Child } from './child.type.js';
import { HealthRecord } from './health-record.type.js';

@Resolver(() => Child)
export class ChildResolver {
  @FieldResolver(() => HealthRecord, { nullable: true, description: 'What health partners share about the child.' })
  health(@Root() child: Child, @Ctx() { services }: HealthContext): Promise<HealthRecord | null> {
    return services.waitingLists.recordOf(child.id);
  }
}
