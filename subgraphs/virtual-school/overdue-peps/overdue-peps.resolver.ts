import { Arg, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import { keyLength, upTo } from '../../../platform/graphql/text-limit.js';
import type { VirtualSchoolContext } from '../context.js';
import { OverduePepConnection } from './overdue-pep.type.js';

@Resolver()
export class OverduePepsResolver {
  @Directive('@requiresScopes(scopes: [["virtual-school:read"]])')
  @Query(() => OverduePepConnection, {
    nullable: true,
    description:
      'The looked-after children whose Personal Education Plan is past its day, not completed and still to be made, whether a file tells of it or not. For Virtual School Heads and advisers; REFUSED to everyone else.',
  })
  pepsOverdue(
    @Ctx() { services }: VirtualSchoolContext,
    @Arg('first', () => Int, { nullable: true, description: 'At most this many, 1 to 100; 100 where not given.' })
    first?: number | null,
    @Arg('after', () => String, {
      nullable: true,
      description: upTo(keyLength, 'The cursor of the child before the page.'),
    })
    after?: string | null,
  ): Promise<OverduePepConnection> {
    return services.pepsOverdue.page(first ?? 100, after ?? null);
  }
}
