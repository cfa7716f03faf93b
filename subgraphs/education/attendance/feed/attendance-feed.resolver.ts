import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { idLength, manyUpTo } from '../../../../platform/graphql/text-limit.js';
import type { EducationContext } from '../../context.js';
import { EducationAttendance } from './attendance-feed.type.js';

@Resolver()
export class AttendanceFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [EducationAttendance], {
    nullable: true,
    description: 'Internal: the registers of these children. For the virtual school’s own feed, never for a person.',
  })
  educationAttendanceFeed(
    @Arg('childIds', () => [ID], { description: manyUpTo(1000, idLength, 'The children.') }) childIds: string[],
    @Ctx() { services }: EducationContext,
  ): Promise<EducationAttendance[]> {
    return services.attendanceFeed.of(childIds);
  }
}
