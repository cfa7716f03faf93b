import type { Tier } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

/** A domain that says what of a child needs attention. */
export interface AttentionSource {
  readonly domain: Domain;
  /** The tier its facts stand under, there and in our copy. */
  readonly tier: Tier;
  /** The root field of its internal feed. */
  readonly feed: string;
  /** What it says when there may be such a fact, or there is none any more. */
  readonly topics: readonly string[];
}

/** Every domain that feeds `Child.attention`. */
export const attentionSources: readonly AttentionSource[] = [
  {
    domain: Domain.EDUCATION,
    tier: 'T2',
    feed: 'educationAttentionFeed',
    topics: ['attendance-changed', 'roll-changed', 'suspension-changed', 'school-days-changed', 'school-renamed'],
  },
  {
    domain: Domain.HEALTH,
    tier: 'T3',
    feed: 'healthAttentionFeed',
    topics: ['waiting-list-entry-changed'],
  },
  {
    domain: Domain.SOCIAL_CARE,
    tier: 'T3',
    feed: 'socialCareAttentionFeed',
    topics: ['allocation-changed', 'involvement-changed'],
  },
  { domain: Domain.VIRTUAL_SCHOOL, tier: 'T2', feed: 'virtualSchoolAttentionFeed', topics: ['pep-changed'] },
];
