import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { NoticeFacts } from '../../../../platform/vocabulary/notice-fact.js';
import { notBroughtFacts } from '../not-brought-facts.js';
import type { NoticeFeedRepository } from './notice-feed.repository.js';

/** The audited internal feed of what somebody must be told of: for system callers alone, by key. */
export class NoticeFeedService {
  readonly of: (children: readonly string[]) => Promise<NoticeFacts[]>;

  constructor(scope: RequestScope, missed: NoticeFeedRepository) {
    this.of = feed(scope, {
      ...{ holder: Domain.HEALTH, tier: 'T3', operation: 'notice-feed' },
      read: (permit, ids) => missed.ofChildren(permit, ids),
      answer: (rows, childId) => ({
        childId,
        // Told on to everybody who may know of a wait: of a service that is not named, that there is one.
        facts: notBroughtFacts(
          rows.map(({ unnamed, service, ...entry }) => ({ ...entry, service: unnamed ? null : service })),
          scope.today,
        ),
      }),
    });
  }
}
