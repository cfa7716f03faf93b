import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { SuspensionService } from '../suspension/suspension.service.js';
import { toRiskOfExclusion } from './risk-of-exclusion.mapper.js';
import { riskOfExclusionPolicy } from './risk-of-exclusion.policy.js';
import type { RiskOfExclusion } from './risk-of-exclusion.type.js';
import type { RiskReviewRepository, StoredRiskReview } from './risk-review.repository.js';

/** Null where they may not be told whole. */
type ToldReviews = readonly StoredRiskReview[] | null;

/** What may be seen of the risk that children are excluded. */
export class RiskOfExclusionService {
  private readonly reviews: RecordReader<StoredRiskReview, ToldReviews>;

  constructor(
    private readonly scope: RequestScope,
    reviews: RiskReviewRepository,
    private readonly suspensions: SuspensionService,
  ) {
    this.reviews = new RecordReader(scope, {
      permit: Permit.for(scope.caller, riskOfExclusionPolicy, { tier: 'T3', operation: 'child.education' }),
      read: (permit, ids) => reviews.ofChildren(permit, ids),
      tell: toldOf,
      untold: null,
    });
  }

  /** Null where nothing flags one, and where either suspensions or reviews are not shared whole. */
  async of(childId: string): Promise<RiskOfExclusion | null> {
    const [reviews, told] = await Promise.all([this.reviews.of(childId), this.suspensions.begunOf(childId)]);
    if (reviews === null || told === null) return null;
    return toRiskOfExclusion({ ...told, reviews }, this.scope.today);
  }
}

/** What was tried, and a pupil’s words, are told whole or not at all. */
function toldOf(seen: Seen<StoredRiskReview>): ToldReviews {
  switch (seen.outcome) {
    case 'FULL':
      return seen.rows;
    case 'REDACTED':
    case 'EXISTENCE_ONLY':
      return null;
  }
}
