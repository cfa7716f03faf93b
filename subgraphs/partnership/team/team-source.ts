import type { Tier } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

/** A domain that says who of it works with a child. */
export interface TeamSource {
  readonly domain: Domain;
  /** The tier its members stand under, there and in our copy. */
  readonly tier: Tier;
  /** The root field of its internal feed. */
  readonly feed: string;
  /** What it says when a team may have changed. */
  readonly topics: readonly string[];
  /** Whether its feed names the councils of its members too: others know a council by its code alone. */
  readonly namesCouncils?: true;
}

/** Every domain that feeds `Child.team`. */
export const teamSources: readonly TeamSource[] = [
  { domain: Domain.EDUCATION, tier: 'T2', feed: 'educationTeamFeed', topics: ['roll-changed'], namesCouncils: true },
  { domain: Domain.HEALTH, tier: 'T3', feed: 'healthTeamFeed', topics: ['waiting-list-entry-changed'] },
  {
    domain: Domain.SOCIAL_CARE,
    tier: 'T3',
    feed: 'socialCareTeamFeed',
    topics: ['allocation-changed', 'involvement-changed'],
  },
  { domain: Domain.VIRTUAL_SCHOOL, tier: 'T2', feed: 'virtualSchoolTeamFeed', topics: ['cohort-changed'] },
];
