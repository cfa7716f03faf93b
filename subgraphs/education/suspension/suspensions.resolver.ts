import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { upTo } from '../../../platform/graphql/text-limit.js';
import { EducationRecord } from '../child/education-record.type.js';
import type { EducationContext } from '../context.js';
import { SuspensionSummary } from './suspension.type.js';

/** What of a child's education record is about suspensions. */
@Resolver(() => EducationRecord)
export class SuspensionsResolver {
  @FieldResolver(() => SuspensionSummary, {
    nullable: true,
    description:
      'Suspensions and permanent exclusions of one academic year, against the 45 school days that the law allows. Null where the record is shared in part.',
  })
  suspensions(
    @Root() { childId }: EducationRecord,
    @Ctx() { services }: EducationContext,
    @Arg('academicYear', () => String, {
      nullable: true,
      description: upTo(7, 'The year, written `2026/27`; the current one unless given.'),
    })
    academicYear?: string | null,
  ): Promise<SuspensionSummary | null> {
    return services.suspensions.of(childId, academicYear ?? null);
  }
}
