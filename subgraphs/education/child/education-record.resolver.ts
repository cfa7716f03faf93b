import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Attendance } from '../../../platform/vocabulary/attendance.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import type { EducationContext } from '../context.js';
import { Enrolment } from '../enrolment/enrolment.type.js';
import { SenRecord } from '../sen/sen-record.type.js';
import { EducationRecord } from './education-record.type.js';

@Resolver(() => EducationRecord)
export class EducationRecordResolver {
  @FieldResolver(() => [Enrolment], {
    nullable: true,
    description:
      'Schools the child is or was on the roll of, oldest first; all of them unless asked for current or ended ones.',
  })
  enrolments(
    @Root() { childId }: EducationRecord,
    @Ctx() { services }: EducationContext,
    @Arg('current', () => Boolean, { nullable: true, description: 'Only enrolments of today, or only others.' })
    current?: boolean | null,
  ): Promise<Enrolment[] | null> {
    return services.records.enrolmentsOf(childId, current ?? null);
  }

  @FieldResolver(() => Attendance, {
    nullable: true,
    description:
      'Attendance over the given days, or the current academic year to date. No possible sessions where no mark is held; no session after the day a child died counts.',
  })
  attendance(
    @Root() { childId }: EducationRecord,
    @Ctx() { services }: EducationContext,
    @Arg('from', () => DateScalar, {
      nullable: true,
      description: 'The first day; 1 September of this academic year unless given.',
    })
    from?: string | null,
    @Arg('to', () => DateScalar, { nullable: true, description: 'The last day; today unless given.' })
    to?: string | null,
  ): Promise<Attendance> {
    return services.attendance.of(childId, from ?? null, to ?? null);
  }

  @FieldResolver(() => SenRecord, {
    nullable: true,
    description: 'Special educational needs as school rolls show them; null where no roll says anything.',
  })
  sen(@Root() { childId }: EducationRecord, @Ctx() { services }: EducationContext): Promise<SenRecord | null> {
    return services.records.senOf(childId);
  }
}
