import { Arg, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import { upTo } from '../../../../platform/graphql/text-limit.js';
import type { EducationContext } from '../../context.js';
import { EducationSchoolWeeks } from './school-week-feed.type.js';

const since = { nullable: true, description: upTo(15, 'The `nextVersion` of the answer before; all where not given.') };
const first = { nullable: true, description: 'At most this many, 1 to 1000; 500 where not given.' };

@Resolver()
export class SchoolWeekFeedResolver {
  @Directive('@inaccessible')
  @Query(() => EducationSchoolWeeks, {
    nullable: true,
    description:
      'Internal: all pupils’ sessions at each school in each week, of those that changed after a version. About no child. For the virtual school’s own feed, never for a person.',
  })
  educationSchoolWeekFeed(
    @Arg('since', () => String, since) after: string | null | undefined,
    @Arg('first', () => Int, first) most: number | null | undefined,
    @Ctx() { services }: EducationContext,
  ): Promise<EducationSchoolWeeks> {
    return services.schoolWeekFeed.after(after ?? '0', most ?? 500);
  }
}
