import { z } from 'zod';
import type { AskFeed } from '../../../platform/events/consumer.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { ToldSuspension } from '../suspension/kept-suspension.repository.js';
import { SUSPENSION_CATEGORIES } from '../suspension/suspension-word.js';

const suspensions = /* GraphQL */ `
  query CohortSuspensions($childIds: [ID!]!) {
    educationSuspensionFeed(childIds: $childIds) {
      childId
      suspensions {
        schoolUrn
        startedOn
        category
        sessions
        lunchtimes
        cancelledOn
        provisionOn
      }
    }
  }
`;

const count = z.number().int().nullable();

// An answer of another shape, null included, ends the refresh: it must never be taken for "nothing is held".
const answered = z.object({
  educationSuspensionFeed: z.array(
    z.object({
      childId: z.string(),
      suspensions: z.array(
        z.object({
          schoolUrn: z.string(),
          startedOn: z.string(),
          category: z.enum(SUSPENSION_CATEGORIES),
          sessions: count,
          lunchtimes: count,
          cancelledOn: z.string().nullable(),
          provisionOn: z.string().nullable(),
        }),
      ),
    }),
  ),
});

/** Every suspension and permanent exclusion of these children, each once. */
export async function askSuspensions(
  ask: AskFeed,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ToldSuspension[]>> {
  if (childIds.length === 0) return new Map();
  const { educationSuspensionFeed: told } = answered.parse(await ask(Domain.EDUCATION, suspensions, { childIds }));
  return new Map(told.map(({ childId, suspensions: own }) => [childId, own]));
}
