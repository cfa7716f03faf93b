import { z } from 'zod';
import { Permit } from '../../../platform/access/permit.js';
import { childLinked, type Consumer } from '../../../platform/events/consumer.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { noteDeaths } from './death.repository.js';

const document = /* GraphQL */ `
  query DeathFeed($childIds: [ID!]!) {
    socialCareDeathFeed(childIds: $childIds) {
      recordId
      diedOn
    }
  }
`;

// An answer of another shape, null included, ends the refresh: it must never be taken for "no one has died".
const answerSchema = z.object({
  socialCareDeathFeed: z.array(z.object({ recordId: z.string(), diedOn: z.iso.date().nullable() })),
});

/**
 * Keeps when children died, as social care's returns give it, each day under the record's own id: ids that are linked
 * share it while they are, and after a separation only the right child has it.
 */
export const deathFeed: Consumer = {
  name: 'death-feed',
  holder: Domain.PARTNERSHIP,
  operations: ['SOCIAL_CARE:death-feed', 'PARTNERSHIP:note-deaths:WRITE'],
  hears: [{ from: Domain.SOCIAL_CARE, topics: ['death-changed'] }, childLinked],
  shownIn: ['Child.diedOn', 'TeamAroundSchool.agenda'],
  async refresh({ caller, ask, keep }, _from, children) {
    const answer = answerSchema.parse(await ask(Domain.SOCIAL_CARE, document, { childIds: children }));
    const deaths = answer.socialCareDeathFeed.map(({ recordId, diedOn }) => ({ childId: recordId, diedOn }));
    const want = { holder: Domain.PARTNERSHIP, tier: 'T1', act: 'WRITE', operation: 'note-deaths' } as const;
    await keep([Permit.forSystem(caller, want)], children, async (writing) => {
      await noteDeaths(writing, deaths);
      // Whoever works anything out ahead of being asked has to do so again.
      await writing.emit(
        'death-noted',
        deaths.map(({ childId }) => childId),
      );
    });
  },
};
