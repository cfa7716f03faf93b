import { z } from 'zod';
import type { AskFeed } from '../../../platform/events/consumer.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import type { PackedWeek } from '../attendance/kept-week.repository.js';
import { dutyIntervals, type FollowedInterval } from '../cohort/duty.js';

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

/** Every register week of these children. */
export async function askWeeks(
  ask: AskFeed,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PackedWeek[]>> {
  if (childIds.length === 0) return new Map();
  const answer = attendanceAnswer.parse(await ask(Domain.EDUCATION, attendance, { childIds }));
  return new Map(answer.educationAttendanceFeed.map(({ childId, weeks }) => [childId, weeks]));
}
