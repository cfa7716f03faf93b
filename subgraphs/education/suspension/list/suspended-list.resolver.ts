import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import { idLength, keyLength, upTo } from '../../../../platform/graphql/text-limit.js';
import type { EducationContext } from '../../context.js';
import { SuspendedChildConnection } from './suspended-list.type.js';

@Resolver(() => SuspendedChildConnection)
export class SuspendedListResolver {
  @Directive('@requiresScopes(scopes: [["education:read"]])')
  @Query(() => SuspendedChildConnection, {
    nullable: true,
    description:
      'The children of whom a suspension or permanent exclusion began in a school year, but who have died: of the council’s area for its officers, of a school’s roll for those who lead it, of their own children for social workers and the virtual school. REFUSED to everyone else. INVALID_INPUT for what is no school year, and for a cursor of something else.',
  })
  suspendedChildren(
    @Ctx() { services }: EducationContext,
    @Arg('academicYear', () => String, {
      nullable: true,
      description: upTo(7, 'The school year, 1 September to 31 August, such as 2026/27; the present one unless given.'),
    })
    academicYear?: string | null,
    @Arg('schoolUrn', () => ID, {
      nullable: true,
      description: upTo(idLength, 'Suspended from the school of this unique reference number alone.'),
    })
    schoolUrn?: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'At most this many, 1 to 100; 100 where not given.' })
    first?: number | null,
    @Arg('after', () => String, {
      nullable: true,
      description: upTo(keyLength, 'The cursor of the one before the page.'),
    })
    after?: string | null,
  ): Promise<SuspendedChildConnection> {
    const asked = { academicYear: academicYear ?? null, schoolUrn: schoolUrn ?? null };
    return services.suspendedList.page(asked, first ?? 100, after ?? null);
  }
}
