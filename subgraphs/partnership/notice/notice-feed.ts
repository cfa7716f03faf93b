import { z } from 'zod';
import { Permit } from '../../../platform/access/permit.js';
import { childLinked, type Consumer } from '../../../platform/events/consumer.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { noticeKinds } from '../../../platform/vocabulary/notice-kind.js';
import { NoticeCopyRepository } from './notice-copy.repository.js';
import { type NoticeSource, noticeSources } from './notice-source.js';

const factsSchema = z.array(
  z.object({
    childId: z.string(),
    facts: z.array(
      z.object({
        key: z.string(),
        otherKeys: z.array(z.string()).nullish(),
        recordId: z.string(),
        kind: z.enum(noticeKinds),
        happenedOn: z.string(),
        organisation: z.string().nullable(),
        fact: z.string(),
      }),
    ),
  }),
);

const document = ({ feed }: NoticeSource): string => `query NoticeFeed($childIds: [ID!]!) {
  told: ${feed}(childIds: $childIds) { childId facts { key otherKeys recordId kind happenedOn organisation fact } }
}`;

/**
 * Keeps the notices: hears that a domain's facts of a child changed, and asks it of which somebody must be told. A fact is
 * kept by its domain's own key, so that the same event twice, late or after a restart raises no second notice.
 */
export const noticeFeed: Consumer = {
  name: 'notice-feed',
  holder: Domain.PARTNERSHIP,
  operations: [...noticeSources.map(({ domain }) => `${domain}:notice-feed`), 'PARTNERSHIP:keep-notices:WRITE'],
  hears: [...noticeSources.map(({ domain, topics }) => ({ from: domain, topics })), childLinked],
  shownIn: ['Query.notices'],
  async refresh(on, from, children) {
    for (const source of noticeSources.filter(({ domain }) => from.includes(domain))) {
      await refreshFrom(on, source, children);
    }
  },
};

async function refreshFrom(
  { caller, ask, keep }: Parameters<Consumer['refresh']>[0],
  source: NoticeSource,
  children: readonly string[],
): Promise<void> {
  const { domain, tier } = source;
  // An answer of another shape throws here, before anything of ours is taken away.
  const facts = factsSchema.parse((await ask(domain, document(source), { childIds: children }))['told']);
  const holder = Domain.PARTNERSHIP;
  const want = { holder, act: 'WRITE', operation: 'keep-notices' } as const;
  // Whether anybody has read of a fact is the partnership's own word.
  const permits = [
    { about: domain, tier },
    { about: holder, tier: 'T2' as const },
  ].map((of) => Permit.forSystem(caller, { ...want, ...of }));
  await keep(permits, children, (writing) =>
    new NoticeCopyRepository().bringUpToDate(writing, domain, children, facts),
  );
}
