import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { idLength, upTo } from '../../../platform/graphql/text-limit.js';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';
import { Child } from '../child/child.type.js';
import { seeChild } from '../child/see-child.js';
import type { PartnershipContext } from '../context.js';
import { Viewer } from '../organisation/viewer.type.js';
import { mayBeLate } from '../may-be-late.js';
import { Change } from './change.type.js';

@Resolver(() => Change)
export class ChangeResolver {
  @FieldResolver(() => Child, { nullable: true, description: 'The child it is about, as far as you may see them.' })
  child(
    @Root() { childId }: Change,
    @Ctx() { services }: PartnershipContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Child | null> {
    return seeChild(services, childId, info);
  }

  @Directive('@requiresScopes(scopes: [["partnership:read"]])')
  @Query(() => [Change], {
    nullable: true,
    description:
      'What changed of the children you may see, the latest first: of each domain what that domain shows you now, and of what the partnership holds itself: agendas of your own teams, agreed actions, who the child is. Who is shown the present alone is told what is so now, while it is. Of what you may no longer see, of a child who has died, and of what was taken back before, nothing is told; none is also told where you may see none. A full page may go on: ask again after the id of its last. To ask without `after` is to look (`Viewer.lastSeenAt`).' +
      mayBeLate,
  })
  changes(
    @Arg('since', () => DateTimeScalar, {
      description:
        'The changes that could be told after this moment. A change can be told a moment after the hub learnt it, so that one or the other may be of shortly before.',
    })
    since: string,
    @Ctx() { services }: PartnershipContext,
    @Arg('first', () => Int, { nullable: true, description: 'At most this many, 1 to 500; 100 where not given.' })
    first?: number | null,
    @Arg('after', () => String, {
      nullable: true,
      description: upTo(idLength, 'The id of the last change of the page before.'),
    })
    after?: string | null,
  ): Promise<Change[]> {
    return services.recentChanges.page(since, first ?? 100, after ?? null);
  }
}

@Resolver(() => Viewer)
export class LookResolver {
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when you have seen what changed, in this role: ask `changes` since then. A look is to ask for `changes`; who asks again within half an hour is still looking, and until then this is the look before. Null where there was none. It is a minute behind the clock, so that nothing is missed that was being written while you looked.',
  })
  lastSeenAt(@Ctx() { services }: PartnershipContext): Promise<string | null> {
    return services.looks.lastSeenAt();
  }
}
