import type { Tier } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

/** A domain that tells what changed of a child, of what stands under one of its tiers. */
export interface ChangeSource {
  readonly domain: Domain;
  /** The tier its changes stand under, there and in our copy. */
  readonly tier: Tier;
  /** The root field of its internal feed. */
  readonly feed: string;
  /** What it says when something may have changed. */
  readonly topics: readonly string[];
}

/** Everything that feeds `changes`. */
export const changeSources: readonly ChangeSource[] = [
  {
    domain: Domain.EDUCATION,
    tier: 'T2',
    feed: 'educationChangeFeed',
    topics: ['attendance-changed', 'roll-changed', 'suspension-changed'],
  },
  { domain: Domain.EDUCATION, tier: 'T3', feed: 'educationReviewFeed', topics: ['risk-reviewed'] },
  { domain: Domain.HEALTH, tier: 'T3', feed: 'healthChangeFeed', topics: ['waiting-list-entry-changed'] },
  {
    domain: Domain.SOCIAL_CARE,
    tier: 'T3',
    feed: 'socialCareChangeFeed',
    topics: ['allocation-changed', 'involvement-changed'],
  },
  { domain: Domain.VIRTUAL_SCHOOL, tier: 'T2', feed: 'virtualSchoolChangeFeed', topics: ['pep-changed'] },
];

/** The tiers of what the partnership itself holds of a child and tells changes of: see `OwnChange`. */
export const ownTiers = ['T1', 'T2', 'T3', 'T4'] as const satisfies readonly Tier[];

/** What the partnership says when something of it may have changed. */
export const ownTopics = ['action-changed', 'agenda-changed', 'child-changed'] as const;
