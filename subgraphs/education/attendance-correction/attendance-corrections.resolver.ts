import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { EducationRecord } from '../child/education-record.type.js';
import type { EducationContext } from '../context.js';
import { AttendanceCorrection } from './attendance-correction.type.js';

/** What of a child's education record is about marks that were put right. */
@Resolver(() => EducationRecord)
export class AttendanceCorrectionsResolver {
  @FieldResolver(() => [AttendanceCorrection], {
    nullable: true,
    description:
      'Marks of sessions of the given days, or of the current academic year to date, that schools put right, in the order in which they came. Null where the record is shared in part.',
  })
  attendanceCorrections(
    @Root() { childId }: EducationRecord,
    @Ctx() { services }: EducationContext,
    @Arg('from', () => DateScalar, {
      nullable: true,
      description: 'The first day; 1 September of this academic year unless given.',
    })
    from?: string | null,
    @Arg('to', () => DateScalar, { nullable: true, description: 'The last day; today unless given.' })
    to?: string | null,
  ): Promise<AttendanceCorrection[] | null> {
    return services.attendanceCorrections.of(childId, from ?? null, to ?? null);
  }
}
