import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { NoticeFacts } from '../../../../platform/vocabulary/notice-fact.js';
import { rollFacts } from '../../enrolment/roll-facts.js';
import { suspensionFacts } from '../../suspension/suspension-facts.js';
import type { NoticeFeedRepository } from './notice-feed.repository.js';

/** The audited internal feed of what somebody must be told of: for system callers alone, by key. */
export class NoticeFeedService {
  readonly of: (children: readonly string[]) => Promise<NoticeFacts[]>;

  constructor(scope: RequestScope, facts: NoticeFeedRepository) {
    this.of = feed(scope, {
      ...{ holder: Domain.EDUCATION, tier: 'T2', operation: 'notice-feed' },
      read: (permit, ids) => facts.ofChildren(permit, ids),
      answer: (rows, childId) => ({
        childId,
        facts: [
          ...rollFacts(rows.flatMap(({ spells }) => spells)),
          ...suspensionFacts(rows.flatMap(({ suspensions }) => suspensions)),
        ],
      }),
    });
  }
}
