import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { EducationRecord } from '../child/education-record.type.js';
import type { EducationContext } from '../context.js';
import { AttendanceThreshold } from './attendance-threshold.type.js';

/** What of a child's education record is about thresholds of attendance. */
@Resolver(() => EducationRecord)
export class AttendanceThresholdsResolver {
  @FieldResolver(() => [AttendanceThreshold], {
    nullable: true,
    description:
      'The thresholds that the child’s absence counts towards, reached or not, by school and kind, each with its rule and where that comes from. None where nothing counts, and of a child who died. Null where the record is shared in part.',
  })
  attendanceThresholds(
    @Root() { childId }: EducationRecord,
    @Ctx() { services }: EducationContext,
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'The day they are told as at, by what is held now; today unless given, and not after it.',
    })
    on?: string | null,
  ): Promise<AttendanceThreshold[] | null> {
    return services.attendanceThresholds.of(childId, on ?? null);
  }
}
