import { z } from 'zod';
import { Permit } from '../../../platform/access/permit.js';
import { childLinked, type Consumer } from '../../../platform/events/consumer.js';
import { attentionKinds } from '../../../platform/vocabulary/attention-kind.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { AttentionCopyRepository } from './attention-copy.repository.js';
import { type AttentionSource, attentionSources, tellerOf } from './attention-source.js';

const factsSchema = z.array(
  z.object({
    childId: z.string(),
    facts: z.array(
      z.object({
        key: z.string(),
        kind: z.enum(attentionKinds),
        facet: z.literal('HISTORY').nullable(),
        fact: z.string(),
        since: z.string(),
        from: z.string(),
        until: z.string().nullable(),
      }),
    ),
  }),
);

const document = ({ feed }: AttentionSource): string => `query AttentionFeed($childIds: [ID!]!) {
  told: ${feed}(childIds: $childIds) { childId facts { key kind facet fact since from until } }
}`;

const tellers = [...new Set(attentionSources.map(tellerOf))];

const topicsOf = (teller: Domain): string[] => [
  ...new Set(attentionSources.filter((one) => tellerOf(one) === teller).flatMap(({ topics }) => topics)),
];

/**
 * Keeps what needs attention: hears that a domain's facts of a child changed, and asks it which of them need attention now
 * and on days to come. A day that comes makes no event: a fact says itself from when it stands.
 */
export const attentionFeed: Consumer = {
  name: 'attention-feed',
  holder: Domain.PARTNERSHIP,
  operations: [...tellers.map((domain) => `${domain}:attention-feed`), 'PARTNERSHIP:keep-attention:WRITE'],
  hears: [...tellers.map((from) => ({ from, topics: topicsOf(from) })), childLinked],
  shownIn: ['Child.attention', 'TeamAroundSchool.attention', 'MeetingPackItem.reasons'],
  async refresh(on, from, children) {
    for (const source of attentionSources.filter((one) => from.includes(tellerOf(one)))) {
      await refreshFrom(on, source, children);
    }
  },
};

async function refreshFrom(
  { caller, ask, keep }: Parameters<Consumer['refresh']>[0],
  source: AttentionSource,
  children: readonly string[],
): Promise<void> {
  // An answer of another shape throws here, before anything of ours is taken away.
  const facts = factsSchema.parse((await ask(tellerOf(source), document(source), { childIds: children }))['told']);
  const want = { holder: Domain.PARTNERSHIP, act: 'WRITE', operation: 'keep-attention' } as const;
  const permits = [source, ...(source.besides ? [source.besides] : [])].map(({ domain: about, tier }) =>
    Permit.forSystem(caller, { ...want, about, tier }),
  );
  await keep(permits, children, (writing) =>
    new AttentionCopyRepository().bringUpToDate(writing, source, children, facts),
  );
}
