import { z } from 'zod';
import { Permit } from '../../../platform/access/permit.js';
import { childLinked, type Consumer } from '../../../platform/events/consumer.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { ChangeCopyRepository } from './change-copy.repository.js';
import { type ChangeSource, changeSources, ownTiers, ownTopics } from './change-source.js';
import { OwnChangeRepository } from './own-change.repository.js';

const factsSchema = z.array(
  z.object({
    childId: z.string(),
    facts: z.array(
      z.object({
        key: z.string(),
        recordId: z.string(),
        facet: z.literal('HISTORY').nullable(),
        at: z.string(),
        what: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        by: z.string().nullable(),
        toldFrom: z.string().nullable(),
        toldUntil: z.string().nullable(),
      }),
    ),
  }),
);

/** Whom it hears, each once, however many parts of theirs it keeps. */
const owners = [...new Set(changeSources.map(({ domain }) => domain))];

const document = ({ feed }: ChangeSource): string => `query ChangeFeed($childIds: [ID!]!) {
  told: ${feed}(childIds: $childIds) { childId facts { key recordId facet at what from to by toldFrom toldUntil } }
}`;

/**
 * Keeps what changed: hears that a domain's facts of a child changed, and asks it for the changes that its own history has, or
 * looks into the partnership's own histories. Each is kept by its domain's own key, so that the same event twice, late or out of order ends in the same copy.
 */
export const changeFeed: Consumer = {
  name: 'change-feed',
  holder: Domain.PARTNERSHIP,
  operations: [
    ...owners.map((domain) => `${domain}:change-feed`),
    'PARTNERSHIP:own-changes',
    'PARTNERSHIP:keep-changes:WRITE',
  ],
  hears: [
    ...owners.map((from) => ({
      from,
      topics: changeSources.filter(({ domain }) => domain === from).flatMap(({ topics }) => topics),
    })),
    { from: Domain.PARTNERSHIP, topics: [...ownTopics, ...childLinked.topics] },
  ],
  shownIn: ['Query.changes'],
  async refresh(on, from, children) {
    for (const source of changeSources.filter(({ domain }) => from.includes(domain))) {
      await refreshFrom(on, source, children);
    }
    if (from.includes(Domain.PARTNERSHIP)) await refreshOwn(on, children);
  },
};

async function refreshFrom(
  { caller, ask, keep }: Parameters<Consumer['refresh']>[0],
  source: ChangeSource,
  children: readonly string[],
): Promise<void> {
  const { domain, tier } = source;
  // An answer of another shape throws here, before anything of ours is taken away.
  const facts = factsSchema.parse((await ask(domain, document(source), { childIds: children }))['told']);
  const want = { holder: Domain.PARTNERSHIP, act: 'WRITE', operation: 'keep-changes' } as const;
  const permit = Permit.forSystem(caller, { ...want, about: domain, tier });
  await keep([permit], children, (writing) =>
    new ChangeCopyRepository().bringUpToDate(
      writing,
      source,
      children,
      facts.flatMap(({ facts: of }) => of),
    ),
  );
}

/** What the partnership holds itself, it reads where it keeps the copy. */
async function refreshOwn(
  { caller, keep }: Parameters<Consumer['refresh']>[0],
  children: readonly string[],
): Promise<void> {
  const domain = Domain.PARTNERSHIP;
  const permits = ownTiers.flatMap((tier) => [
    Permit.forSystem(caller, { holder: domain, tier, operation: 'own-changes' }),
    Permit.forSystem(caller, { holder: domain, tier, act: 'WRITE', operation: 'keep-changes' }),
  ]);
  await keep(permits, children, async (writing) => {
    const facts = await new OwnChangeRepository().ofChildren(writing, children);
    const copy = new ChangeCopyRepository();
    for (const tier of ownTiers) {
      const ofTier = facts.filter((one) => one.tier === tier);
      await copy.bringUpToDate(writing, { domain, tier }, children, ofTier);
    }
  });
}
