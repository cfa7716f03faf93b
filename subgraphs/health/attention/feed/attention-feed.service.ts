import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import type { AttentionFacts } from '../../../../platform/vocabulary/attention-fact.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import { waitAttention } from '../wait-attention.js';
import type { AttentionFeedRepository } from './attention-feed.repository.js';

/** The audited internal feed of what needs attention: for system callers alone, by key. */
export class AttentionFeedService {
  readonly of: (children: readonly string[]) => Promise<AttentionFacts[]>;

  constructor(scope: RequestScope, entries: AttentionFeedRepository) {
    this.of = feed(scope, {
      ...{ holder: Domain.HEALTH, tier: 'T3', operation: 'attention-feed' },
      read: (permit, ids) => entries.ofChildren(permit, ids),
      answer: (rows, childId) => ({ childId, facts: rows.flatMap(waitAttention) }),
    });
  }
}
