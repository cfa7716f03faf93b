import { Arg, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import { nameLength, upTo } from '../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { Child } from '../child/child.type.js';
import type { PartnershipContext } from '../context.js';

@Resolver()
export class SearchResolver {
  @Directive('@requiresScopes(scopes: [["partnership:read"]])')
  @Query(() => [Child], {
    nullable: true,
    description:
      'Children you may see whose names are like these, best first: the same, an earlier or other part of the name, its beginning, a letter wrong, the same sound, a short form, given and family name in each other’s places. Says nothing of any other child. Where a given name is sought, it or the date of birth must agree as well. At most 30 searches and look-ups by number a minute.',
  })
  searchChildren(
    @Arg('family', () => String, {
      description: upTo(nameLength, 'The family name, or its beginning: at least two letters.'),
    })
    family: string,
    @Ctx() { services }: PartnershipContext,
    @Arg('given', () => String, {
      nullable: true,
      description: upTo(nameLength, 'The given name, the name the child goes by, or its beginning.'),
    })
    given: string | null | undefined,
    @Arg('dateOfBirth', () => DateScalar, {
      nullable: true,
      description:
        'Brings children born that day to the front; then day and month the wrong way round; then one digit wrong. Leaves nobody out.',
    })
    dateOfBirth: string | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, description: 'At most this many: 1 to 50.' }) first: number,
  ): Promise<Child[]> {
    return services.searches.search({ family, given: given ?? null, dateOfBirth: dateOfBirth ?? null }, first);
  }
}
