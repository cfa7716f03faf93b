import { z } from 'zod';
import { Permit } from '../../../platform/access/permit.js';
import type { Consumer, RefreshedWith } from '../../../platform/events/consumer.js';
import { qualityFeedOperation, sourceReceived } from '../../../platform/quality/source-quality.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { SourceQualityCopyRepository } from './source-quality-copy.repository.js';
import { metRules } from './source-quality.row.js';

const domains = Object.values(Domain);

const document = /* GraphQL */ `
  query SourceQualityFeed {
    sourceQualityFeed {
      source
      lastReceived
      expectedEvery
      deliveredAt
      received
      rejected
      rules {
        rule
        message
        whole
        count
      }
      lines {
        file
        line
        rule
        reason
        whole
      }
    }
  }
`;

// An answer of another shape, null included, ends the refresh: it must never be taken for "nothing came".
const answer = z.object({
  sourceQualityFeed: z.array(
    z.object({
      ...{ source: z.string(), lastReceived: z.string().nullable(), expectedEvery: z.string().nullable() },
      ...{ deliveredAt: z.string().nullable(), received: z.number().nullable(), rejected: z.number().nullable() },
      rules: metRules,
      lines: z.array(
        z.object({ file: z.string(), line: z.number(), rule: z.string(), reason: z.string(), whole: z.boolean() }),
      ),
    }),
  ),
});

/**
 * Keeps what came of the files of every domain's sources: hears that a file arrived, and asks each domain for all of its own.
 * No file names a child here, and so no event does.
 */
export const qualityFeed: Consumer = {
  name: 'quality-feed',
  holder: Domain.PARTNERSHIP,
  operations: [...domains.map((domain) => `${domain}:${qualityFeedOperation}`), 'PARTNERSHIP:keep-quality:WRITE'],
  hears: domains.map((from) => ({ from, topics: [sourceReceived] })),
  shownIn: ['Query.dataQuality', 'Query.rejectedLines'],
  refresh: () => Promise.resolve(),
  async caughtUp(on) {
    const failures: unknown[] = [];
    for (const domain of domains) await keepOf(on, domain).catch((error: unknown) => failures.push(error));
    // One that cannot be asked holds up no other, and is asked again.
    if (failures.length > 0) throw failures[0];
  },
};

async function keepOf({ caller, ask, keep }: RefreshedWith, domain: Domain): Promise<void> {
  const { sourceQualityFeed: told } = answer.parse(await ask(domain, document, {}));
  const want = { holder: Domain.PARTNERSHIP, act: 'WRITE', tier: 'T2', operation: 'keep-quality' } as const;
  await keep([Permit.forSystem(caller, want)], [], (writing) =>
    new SourceQualityCopyRepository().replace(writing, domain, told),
  );
}
