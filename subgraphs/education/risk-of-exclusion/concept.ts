import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { ReviewFeedResolver } from './feed/review-feed.resolver.js';
import { riskOfExclusionPolicy } from './risk-of-exclusion.policy.js';
import { RiskOfExclusionResolver } from './risk-of-exclusion.resolver.js';
import { RiskReviewRow } from './risk-review.row.js';

/** The risk that a child is excluded: what flags it, what was tried, and what the pupil says. */
export const riskOfExclusion: Concept<EducationServices> = {
  rows: [RiskReviewRow],
  policies: [riskOfExclusionPolicy],
  resolvers: [RiskOfExclusionResolver, ReviewFeedResolver],
};
