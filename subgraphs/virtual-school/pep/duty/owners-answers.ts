import { z } from 'zod';
import type { AskFeed } from '../../../../platform/events/consumer.js';
import { union } from '../../../../platform/ingest/interval.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import { SocialCareStatus } from '../../../../platform/vocabulary/social-care-status.js';
import type { HeldInterval } from '../../cohort/held-interval.js';

const statuses = /* GraphQL */ `
  query PepDutyCare($childIds: [ID!]!) {
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
const births = /* GraphQL */ `
  query PepDutyBirths($childIds: [ID!]!) {
    partnershipBirthFeed(childIds: $childIds) {
      childId
      dateOfBirth
    }
  }
`;

// An answer of another shape, null included, ends the refresh: it must never be taken for "nothing is held".
const interval = z.object({ status: z.enum(SocialCareStatus), from: z.string(), until: z.string().nullable() });
const statusAnswer = z.object({
  socialCareStatusFeed: z.array(z.object({ childId: z.string(), intervals: z.array(interval) })),
});
const birthAnswer = z.object({
  partnershipBirthFeed: z.array(z.object({ childId: z.string(), dateOfBirth: z.iso.date().nullable() })),
});

/** Of these children those who are or were looked after, each with the periods of it: as few as can say so. */
export async function askCare(
  ask: AskFeed,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HeldInterval[]>> {
  const answer = statusAnswer.parse(await ask(Domain.SOCIAL_CARE, statuses, { childIds }));
  const care = answer.socialCareStatusFeed.map(({ childId, intervals }) => {
    const held = intervals.filter(({ status, from, until }) => {
      return status === SocialCareStatus.LOOKED_AFTER && (until === null || from < until);
    });
    return [childId, union(held).map(({ from, until }) => ({ from, until }))] as const;
  });
  return new Map(care.filter(([, held]) => held.length > 0));
}

/** When these children were born, as far as it is known. */
export async function askBirths(
  ask: AskFeed,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (childIds.length === 0) return new Map();
  const answer = birthAnswer.parse(await ask(Domain.PARTNERSHIP, births, { childIds }));
  return new Map(answer.partnershipBirthFeed.map(({ childId, dateOfBirth }) => [childId, dateOfBirth]));
}
