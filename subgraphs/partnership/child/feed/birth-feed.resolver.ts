import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { idLength, manyUpTo } from '../../../../platform/graphql/text-limit.js';
import type { PartnershipContext } from '../../context.js';
import { ChildBirth } from './birth-feed.type.js';

@Resolver()
export class BirthFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [ChildBirth], {
    nullable: true,
    description:
      'Internal: when these children were born. For what the virtual school owes children of school age, never for a person.',
  })
  partnershipBirthFeed(
    @Arg('childIds', () => [ID], { description: manyUpTo(1000, idLength, 'The children.') }) childIds: string[],
    @Ctx() { services }: PartnershipContext,
  ): Promise<ChildBirth[]> {
    return services.birthFeed.of(childIds);
  }
}
