import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { BirthRepository } from './birth.repository.js';
import type { ChildBirth } from './birth-feed.type.js';

/** The audited internal feed of when children were born: for system callers alone, by key. */
export class BirthFeedService {
  readonly of: (children: readonly string[]) => Promise<ChildBirth[]>;

  constructor(scope: RequestScope, births: BirthRepository) {
    this.of = feed(scope, {
      ...{ holder: Domain.PARTNERSHIP, tier: 'T1', operation: 'birth-feed' },
      read: (permit, ids) => births.ofChildren(permit, ids),
      answer: ([row], childId) => ({ childId, dateOfBirth: row?.dateOfBirth ?? null }),
    });
  }
}
