import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { idLength, manyUpTo } from '../../../../platform/graphql/text-limit.js';
import type { EducationContext } from '../../context.js';
import { EducationEnrolmentHistory } from './enrolment-feed.type.js';

@Resolver()
export class EnrolmentFeedResolver {
  @Directive('@inaccessible')
  @Query(() => [EducationEnrolmentHistory], {
    nullable: true,
    description: 'Internal: the rolls of these children. For the virtual school’s own feed, never for a person.',
  })
  educationEnrolmentFeed(
    @Arg('childIds', () => [ID], { description: manyUpTo(1000, idLength, 'The children.') }) childIds: string[],
    @Ctx() { services }: EducationContext,
  ): Promise<EducationEnrolmentHistory[]> {
    return services.enrolmentFeed.of(childIds);
  }
}
