import type { Tier } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

/** A domain of whose facts somebody must be told. */
export interface NoticeSource {
  readonly domain: Domain;
  /** The tier its facts stand under, there and in our copy. */
  readonly tier: Tier;
  /** The root field of its internal feed. */
  readonly feed: string;
  /** What it says when there may be such a fact, or one was taken back. */
  readonly topics: readonly string[];
}

/** Every domain that feeds `Query.notices`. */
export const noticeSources: readonly NoticeSource[] = [
  { domain: Domain.EDUCATION, tier: 'T2', feed: 'educationNoticeFeed', topics: ['roll-changed', 'suspension-changed'] },
  { domain: Domain.HEALTH, tier: 'T3', feed: 'healthNoticeFeed', topics: ['child-not-brought'] },
  { domain: Domain.SOCIAL_CARE, tier: 'T3', feed: 'socialCareNoticeFeed', topics: ['involvement-changed'] },
];
