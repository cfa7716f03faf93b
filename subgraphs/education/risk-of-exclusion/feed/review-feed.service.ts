import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import type { ChangeFacts } from '../../../../platform/vocabulary/change-fact.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { RiskReviewRepository } from '../risk-review.repository.js';
import { reviewChanges } from './review-changes.js';

/** The audited internal feed of reviews of the risk of exclusion: for system callers alone, by key. */
export class ReviewFeedService {
  readonly of: (children: readonly string[]) => Promise<ChangeFacts[]>;

  constructor(scope: RequestScope, reviews: RiskReviewRepository) {
    this.of = feed(scope, {
      ...{ holder: Domain.EDUCATION, tier: 'T3', operation: 'change-feed' },
      read: (permit, ids) => reviews.recordedOf(permit, ids),
      answer: (recorded, childId) => ({ childId, facts: reviewChanges(recorded) }),
    });
  }
}
