import type { Tier } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

/** Whose facts of a child need attention, and who says so. */
export interface AttentionSource {
  readonly domain: Domain;
  /** The tier its facts stand under, there and in our copy. */
  readonly tier: Tier;
  /** Who tells of them, where that is another, which keeps a copy of what they follow from: its own facts have to be shown too. */
  readonly besides: { readonly domain: Domain; readonly tier: Tier } | null;
  /** The root field of its internal feed. */
  readonly feed: string;
  /** What it says when there may be such a fact, or there is none any more. */
  readonly topics: readonly string[];
}

const plans = { domain: Domain.VIRTUAL_SCHOOL, tier: 'T2' } as const;

/** Everything that feeds `Child.attention`. */
export const attentionSources: readonly AttentionSource[] = [
  {
    domain: Domain.EDUCATION,
    tier: 'T2',
    besides: null,
    feed: 'educationAttentionFeed',
    topics: ['attendance-changed', 'roll-changed', 'suspension-changed', 'school-days-changed', 'school-renamed'],
  },
  {
    domain: Domain.HEALTH,
    tier: 'T3',
    besides: null,
    feed: 'healthAttentionFeed',
    topics: ['waiting-list-entry-changed'],
  },
  {
    domain: Domain.SOCIAL_CARE,
    tier: 'T3',
    besides: null,
    feed: 'socialCareAttentionFeed',
    topics: ['allocation-changed', 'involvement-changed'],
  },
  {
    ...plans,
    besides: null,
    feed: 'virtualSchoolAttentionFeed',
    topics: ['pep-changed'],
  },
  {
    domain: Domain.SOCIAL_CARE,
    tier: 'T3',
    besides: plans,
    feed: 'virtualSchoolPlansToMakeFeed',
    topics: ['pep-changed'],
  },
];

/** Who tells of a source’s facts. */
export const tellerOf = ({ domain, besides }: AttentionSource): Domain => besides?.domain ?? domain;

/** Under whose rules the facts stand: each domain and tier once. */
export const attentionTiers: readonly Pick<AttentionSource, 'domain' | 'tier'>[] = attentionSources.filter(
  ({ besides }) => besides === null,
);
