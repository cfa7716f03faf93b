import { z } from 'zod';
import type { AskFeed } from '../../../platform/events/consumer.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { SenProvision } from '../../../platform/vocabulary/sen-provision.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { WorkerRole } from '../../../platform/vocabulary/worker-role.js';
import type { KeptSchoolWeek } from '../attendance/kept-school-week.repository.js';
import type { PackedWeek } from '../attendance/kept-week.repository.js';
import { dutyIntervals, type FollowedInterval } from '../cohort/duty.js';
import type { Roll } from '../attendance/rolls.js';
import type { ToldAllocation } from '../cohort/kept-allocation.repository.js';

const statuses = /* GraphQL */ `
  query CohortStatuses($childIds: [ID!]!) {
    socialCareStatusFeed(childIds: $childIds) {
      childId
      intervals {
        status
        from
        until
      }
    }
  }
`;
const allocations = /* GraphQL */ `
  query CohortAllocations($childIds: [ID!]!) {
    socialCareAllocationFeed(childIds: $childIds) {
      childId
      allocations {
        role
        team
        from
        until
      }
    }
  }
`;
const enrolments = /* GraphQL */ `
  query CohortEnrolments($childIds: [ID!]!) {
    educationEnrolmentFeed(childIds: $childIds) {
      childId
      enrolments {
        schoolUrn
        status
        from
        until
        phase
        provisions {
          provision
          from
        }
        freeSchoolMeals {
          eligible
          from
        }
      }
    }
  }
`;
const schoolWeeks = /* GraphQL */ `
  query SchoolWeeks($since: String) {
    educationSchoolWeekFeed(since: $since) {
      weeks {
        urn
        weekBeginning
        phase
        pupils
        possible
        attended
        authorised
        unauthorised
        persistentToDate
        severeToDate
        schoolDays
        version
      }
      nextVersion
      more
    }
  }
`;
const attendance = /* GraphQL */ `
  query CohortAttendance($childIds: [ID!]!) {
    educationAttendanceFeed(childIds: $childIds) {
      childId
      weeks {
        schoolUrn
        weekBeginning
        marks
      }
    }
  }
`;

// An answer of another shape, null included, ends the refresh: it must never be taken for "nothing is held".
const statusAnswer = z.object({
  socialCareStatusFeed: z.array(
    z.object({
      childId: z.string(),
      intervals: z.array(
        z.object({ status: z.enum(SocialCareStatus), from: z.string(), until: z.string().nullable() }),
      ),
    }),
  ),
});
const allocationAnswer = z.object({
  socialCareAllocationFeed: z.array(
    z.object({
      childId: z.string(),
      allocations: z.array(
        z.object({
          role: z.enum(WorkerRole),
          team: z.string().nullable(),
          from: z.string(),
          until: z.string().nullable(),
        }),
      ),
    }),
  ),
});
const enrolmentAnswer = z.object({
  educationEnrolmentFeed: z.array(
    z.object({
      childId: z.string(),
      enrolments: z.array(
        z.object({
          schoolUrn: z.string(),
          status: z.string(),
          from: z.string(),
          until: z.string().nullable(),
          phase: z.string().nullable(),
          provisions: z.array(z.object({ provision: z.enum(SenProvision), from: z.string() })),
          freeSchoolMeals: z.array(z.object({ eligible: z.boolean(), from: z.string() })),
        }),
      ),
    }),
  ),
});
const count = z.number().int();
const version = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const schoolWeekAnswer = z.object({
  educationSchoolWeekFeed: z.object({
    weeks: z.array(
      z.object({
        urn: z.string(),
        weekBeginning: z.string(),
        phase: z.string().nullable(),
        pupils: count,
        possible: count,
        attended: count,
        authorised: count,
        unauthorised: count,
        persistentToDate: count,
        severeToDate: count,
        schoolDays: count,
        version,
      }),
    ),
    nextVersion: version,
    more: z.boolean(),
  }),
});
const attendanceAnswer = z.object({
  educationAttendanceFeed: z.array(
    z.object({
      childId: z.string(),
      weeks: z.array(z.object({ schoolUrn: z.string(), weekBeginning: z.string(), marks: z.string().length(10) })),
    }),
  ),
});

/** Of these children those of the duty, each with the statuses that bring them into it. */
export async function askStatuses(
  ask: AskFeed,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FollowedInterval[]>> {
  const answer = statusAnswer.parse(await ask(Domain.SOCIAL_CARE, statuses, { childIds }));
  const held = answer.socialCareStatusFeed.map(
    ({ childId, intervals }) => [childId, dutyIntervals(intervals)] as const,
  );
  return new Map(held.filter(([, intervals]) => intervals.length > 0));
}

/** Of these children every allocation there was, without saying who. */
export async function askAllocations(
  ask: AskFeed,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ToldAllocation[]>> {
  const answer = allocationAnswer.parse(await ask(Domain.SOCIAL_CARE, allocations, { childIds }));
  return new Map(answer.socialCareAllocationFeed.map(({ childId, allocations: held }) => [childId, held]));
}

/** Every spell of these children on a school's roll. */
export async function askEnrolments(
  ask: AskFeed,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Roll[]>> {
  if (childIds.length === 0) return new Map();
  const answer = enrolmentAnswer.parse(await ask(Domain.EDUCATION, enrolments, { childIds }));
  return new Map(
    answer.educationEnrolmentFeed.map(({ childId, enrolments: rolls }) => [
      childId,
      rolls.map(({ freeSchoolMeals: meals, ...roll }) => ({ ...roll, meals })),
    ]),
  );
}

/** Every register week of these children. */
export async function askWeeks(
  ask: AskFeed,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PackedWeek[]>> {
  if (childIds.length === 0) return new Map();
  const answer = attendanceAnswer.parse(await ask(Domain.EDUCATION, attendance, { childIds }));
  return new Map(answer.educationAttendanceFeed.map(({ childId, weeks }) => [childId, weeks]));
}

/** What all pupils of schools came to in weeks counted after a version; whether there is more to be had at once. */
export async function askSchoolWeeks(
  ask: AskFeed,
  after: number,
): Promise<{ readonly weeks: readonly KeptSchoolWeek[]; readonly since: number; readonly more: boolean }> {
  const answer = schoolWeekAnswer.parse(await ask(Domain.EDUCATION, schoolWeeks, { since: String(after) }));
  const { weeks, nextVersion, more } = answer.educationSchoolWeekFeed;
  return { weeks, since: nextVersion, more };
}
