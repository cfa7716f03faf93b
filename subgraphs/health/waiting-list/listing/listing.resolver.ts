import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { keyLength, upTo } from '../../../../platform/graphql/text-limit.js';
import type { HealthContext } from '../../context.js';
import { WaitingListConnection } from './waiting-list-connection.type.js';
import { WaitingListFilter } from './waiting-list-filter.type.js';

@Resolver(() => WaitingListConnection)
export class ListingResolver {
  @Directive('@requiresScopes(scopes: [["health:read"]])')
  @Query(() => WaitingListConnection, {
    nullable: true,
    description:
      'Waiting-list entries of the children you are connected with, as far as you may see them: a provider’s own list, those of a school’s roll or of a caseload; what was redirected or not accepted is among them and says so. REFUSED to a role and purpose with which no wait is shared.',
  })
  waitingList(
    @Ctx() { services }: HealthContext,
    @Arg('filter', () => WaitingListFilter, { nullable: true, description: 'Which entries; all unless given.' })
    filter?: WaitingListFilter | null,
    @Arg('first', () => Int, { nullable: true, description: 'At most this many, 1 to 100; 100 where not given.' })
    first?: number | null,
    @Arg('after', () => String, {
      nullable: true,
      description: upTo(keyLength, 'The cursor of the entry before the page.'),
    })
    after?: string | null,
  ): Promise<WaitingListConnection> {
    return services.listing.page(filter ?? {}, first ?? null, after ?? null);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many entries you may see, on all pages; null where breached or waitingAtLeastWeeks is asked for, which are worked out page by page. Asked for, it opens the record of every child on the list, so of a long list it takes longer than the page.',
  })
  totalCount(@Root() list: WaitingListConnection): Promise<number | null> {
    return list.count();
  }
}
