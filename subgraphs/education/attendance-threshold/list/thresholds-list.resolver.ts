import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { keyLength, upTo } from '../../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../../platform/vocabulary/date-scalar.js';
import type { EducationContext } from '../../context.js';
import { AttendanceThresholdFilter, ReachedThresholdConnection } from './threshold-list.type.js';

@Resolver(() => ReachedThresholdConnection)
export class ThresholdsListResolver {
  @Directive('@requiresScopes(scopes: [["education:read"]])')
  @Query(() => ReachedThresholdConnection, {
    nullable: true,
    description:
      'The thresholds of attendance that children have reached: of the council’s area for its officers, of a school’s roll for those who lead it, of their own children for social workers and the virtual school. REFUSED to everyone else.',
  })
  attendanceThresholds(
    @Ctx() { services }: EducationContext,
    @Arg('filter', () => AttendanceThresholdFilter, { nullable: true, description: 'Which of them are meant.' })
    filter?: AttendanceThresholdFilter | null,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'The day they are told as at, by what is held now; today unless given, and not after it.',
    })
    on?: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'At most this many, 1 to 100; 100 where not given.' })
    first?: number | null,
    @Arg('after', () => String, {
      nullable: true,
      description: upTo(keyLength, 'The cursor of the one before the page.'),
    })
    after?: string | null,
  ): Promise<ReachedThresholdConnection> {
    const asked = { filter: filter ?? {}, on: on ?? null, first: first ?? 100, after: after ?? null };
    return services.thresholdsList.page(asked);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many of the list, on all pages, you may see. Asked for, it opens every child of whom a threshold may be reached, so of a long list it takes longer than the page.',
  })
  totalCount(@Root() list: ReachedThresholdConnection): Promise<number> {
    return list.count();
  }
}
