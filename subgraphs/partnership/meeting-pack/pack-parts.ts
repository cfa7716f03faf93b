import type { Tier } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { attentionTiers } from '../attention/attention-source.js';

/**
 * What of a pack stands under which domain's word: who the child is, with the words and the actions, the partnership's; each
 * reason, its own domain's.
 */
export const packParts: readonly { readonly domain: Domain; readonly tier: Tier }[] = [
  { domain: Domain.PARTNERSHIP, tier: 'T1' },
  { domain: Domain.PARTNERSHIP, tier: 'T2' },
  ...attentionTiers.map(({ domain, tier }) => ({ domain, tier })),
];
