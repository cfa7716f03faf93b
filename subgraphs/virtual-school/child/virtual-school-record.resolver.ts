import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Attendance } from '../../../platform/vocabulary/attendance.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { Cohort } from '../cohort/cohort.js';
import type { VirtualSchoolContext } from '../context.js';
import { PersonalEducationPlan } from '../pep/personal-education-plan.type.js';
import { FirstDayProvision } from '../suspension/first-day-provision.type.js';
import { VirtualSchoolRecord } from './virtual-school-record.type.js';

@Resolver(() => VirtualSchoolRecord)
export class VirtualSchoolRecordResolver {
  @FieldResolver(() => [Cohort], {
    description:
      'The cohorts the child is in today, as far as social care shares the statuses they follow from: to whom it shows no past, EVER_SOCIAL_WORKER is told of a child who has a social worker today. A child who died is in none.',
  })
  cohorts(@Root() { childId }: VirtualSchoolRecord, @Ctx() { services }: VirtualSchoolContext): Promise<Cohort[]> {
    return services.cohorts.cohorts(childId);
  }

  @FieldResolver(() => Attendance, {
    nullable: true,
    description:
      'Sessions counted only while the status was held, over the given days or the current academic year to date, and until the day a child died. Null where either the statuses or the attendance is not shared with you whole.',
  })
  attendanceWhile(
    @Root() { childId }: VirtualSchoolRecord,
    @Ctx() { services }: VirtualSchoolContext,
    @Arg('status', () => SocialCareStatus, {
      description: 'One that the virtual school follows: care, either plan, previously looked after, or kinship care.',
    })
    status: SocialCareStatus,
    @Arg('from', () => DateScalar, { nullable: true, description: 'The first day counted.' }) from?: string | null,
    @Arg('to', () => DateScalar, { nullable: true, description: 'The last day counted.' }) to?: string | null,
  ): Promise<Attendance | null> {
    return services.attendance.whileHeld(childId, status, { from: from ?? undefined, to: to ?? undefined });
  }

  @FieldResolver(() => [FirstDayProvision], {
    nullable: true,
    description:
      'What is expected from the first day of each suspension and permanent exclusion that began while the child was looked after, the first of them first; no lunchtimes, and none that was cancelled before any of it was served. Null where either the statuses or the suspensions are not shared with you whole.',
  })
  firstDayProvision(
    @Root() { childId }: VirtualSchoolRecord,
    @Ctx() { services }: VirtualSchoolContext,
  ): Promise<FirstDayProvision[] | null> {
    return services.firstDays.of(childId);
  }

  @FieldResolver(() => [PersonalEducationPlan], {
    nullable: true,
    description: 'Personal Education Plans: the current term’s first, then the newest.',
  })
  peps(
    @Root() { childId }: VirtualSchoolRecord,
    @Ctx() { services }: VirtualSchoolContext,
  ): Promise<PersonalEducationPlan[]> {
    return services.plans.ofChild(childId);
  }
}
