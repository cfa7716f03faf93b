import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import type { AttentionFacts } from '../../../../platform/vocabulary/attention-fact.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { InvolvementRepository } from '../../involvement/involvement.repository.js';
import { workerAttention } from '../worker-attention.js';

/** The audited internal feed of what needs attention: for system callers alone, by key. */
export class AttentionFeedService {
  readonly of: (children: readonly string[]) => Promise<AttentionFacts[]>;

  constructor(scope: RequestScope, involvements: InvolvementRepository) {
    this.of = feed(scope, {
      ...{ holder: Domain.SOCIAL_CARE, tier: 'T3', operation: 'attention-feed' },
      read: (permit, ids) => involvements.ofChildren(permit, ids),
      answer: (rows, childId) => ({
        childId,
        facts: workerAttention(
          rows.flatMap(({ spans }) => spans),
          rows.flatMap(({ allocations }) => allocations),
        ),
      }),
    });
  }
}
