import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import type { ChangeFacts } from '../../../../platform/vocabulary/change-fact.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import { entryChanges } from '../entry-changes.js';
import type { ChangeFeedRepository } from './change-feed.repository.js';

/** The audited internal feed of what changed: for system callers alone, by key. */
export class ChangeFeedService {
  readonly of: (children: readonly string[]) => Promise<ChangeFacts[]>;

  constructor(scope: RequestScope, entries: ChangeFeedRepository) {
    this.of = feed(scope, {
      ...{ holder: Domain.HEALTH, tier: 'T3', operation: 'change-feed' },
      read: (permit, ids) => entries.ofChildren(permit, ids),
      answer: (rows, childId) => ({ childId, facts: rows.flatMap(entryChanges) }),
    });
  }
}
