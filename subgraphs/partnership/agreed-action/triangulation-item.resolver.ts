import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PartnershipContext } from '../context.js';
import { AgreedAction } from './agreed-action.type.js';
import { TriangulationItem } from './triangulation-item.type.js';

@Resolver(() => TriangulationItem)
export class TriangulationItemResolver {
  @Directive('@requiresScopes(scopes: [["partnership:read"]])')
  @FieldResolver(() => [AgreedAction], {
    nullable: true,
    description:
      'What was agreed to be done for the child: from the week it was recorded in until the week it was done in, what is due soonest first. Null where the partnership could not answer.',
  })
  actions(
    @Root() { childId, week }: TriangulationItem,
    @Ctx() { services }: PartnershipContext,
  ): Promise<AgreedAction[]> {
    return services.actions.ofWeek(childId, week);
  }
}
