import { Arg, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import { upTo } from '../../../../platform/graphql/text-limit.js';
import type { EducationContext } from '../../context.js';
import { EducationCalendarWeeks } from './calendar-feed.type.js';

const since = { nullable: true, description: upTo(15, 'The `nextVersion` of the answer before; all where not given.') };
const first = { nullable: true, description: 'At most this many, 1 to 1000; 500 where not given.' };

@Resolver()
export class CalendarFeedResolver {
  @Directive('@inaccessible')
  @Query(() => EducationCalendarWeeks, {
    nullable: true,
    description:
      'Internal: what schools’ calendars say week by week, of weeks that changed after a version. About no child. For the feeds of the virtual school and of the partnership, never for a person.',
  })
  educationCalendarFeed(
    @Arg('since', () => String, since) after: string | null | undefined,
    @Arg('first', () => Int, first) most: number | null | undefined,
    @Ctx() { services }: EducationContext,
  ): Promise<EducationCalendarWeeks> {
    return services.calendarFeed.after(after ?? '0', most ?? 500);
  }
}
