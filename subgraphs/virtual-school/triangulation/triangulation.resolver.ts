import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import { idLength, nameLength, upTo } from '../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { Cohort } from '../cohort/cohort.js';
import type { VirtualSchoolContext } from '../context.js';
import { TriangulationConnection } from './triangulation-connection.type.js';

@Resolver()
export class TriangulationResolver {
  @Directive('@requiresScopes(scopes: [["virtual-school:read"]])')
  @Query(() => TriangulationConnection, {
    nullable: true,
    description:
      'The children you work with who were on a Child in Need or Child Protection plan on any day of a week, as far as you may see them today: how they attended, what to look at, and what was agreed. For virtual-school advisers, social workers and their managers; REFUSED to everyone else. INVALID_INPUT for a week that is no Monday or has not begun.',
  })
  attendanceTriangulation(
    @Arg('week', () => DateScalar, { description: 'The Monday of the week.' }) week: string,
    @Ctx() { services }: VirtualSchoolContext,
    @Arg('cohort', () => Cohort, {
      nullable: true,
      description: 'Those on one kind of plan: CHILD_PROTECTION or CHILD_IN_NEED; ON_PLAN, or not given, is both.',
    })
    cohort?: Cohort | null,
    @Arg('socialWorkTeam', () => String, {
      nullable: true,
      description: upTo(nameLength, 'Those whose case this team holds; an empty text, those whose case no team holds.'),
    })
    socialWorkTeam?: string | null,
    @Arg('schoolUrn', () => ID, { nullable: true, description: upTo(idLength, 'Those whose main school this is.') })
    schoolUrn?: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'At most this many, 1 to 100; 100 where not given.' })
    first?: number | null,
    @Arg('after', () => String, { nullable: true, description: upTo(300, 'The cursor of the item before the page.') })
    after?: string | null,
  ): Promise<TriangulationConnection> {
    const narrowing = { cohort: cohort ?? null, socialWorkTeam: socialWorkTeam ?? null, schoolUrn: schoolUrn ?? null };
    return services.triangulation.page({ week, ...narrowing, first: first ?? null, after: after ?? null });
  }
}
