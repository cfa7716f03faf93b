import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { AllocationFeedRepository } from './allocation-feed.repository.js';
import type { SocialCareAllocationHistory } from './allocation-feed.type.js';

/** The audited internal feed of which teams held a child's case: for system callers alone, by key. */
export class AllocationFeedService {
  readonly of: (children: readonly string[]) => Promise<SocialCareAllocationHistory[]>;

  constructor(scope: RequestScope, allocations: AllocationFeedRepository) {
    this.of = feed(scope, {
      ...{ holder: Domain.SOCIAL_CARE, tier: 'T3', operation: 'allocation-feed' },
      read: (permit, ids) => allocations.ofChildren(permit, ids),
      answer: (rows, childId) => ({
        childId,
        allocations: rows.map(({ role, team, from, until }) => ({ role, team, from, until })),
      }),
    });
  }
}
