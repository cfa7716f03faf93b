import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { claimants } from '../child/claimants.policy.js';

/**
 * Who may take a child on as a new case: no tier of the child's record is changed by it. Source: access.md,
 * "Relationships are data".
 */
export const claimPolicy: Policy = {
  domain: Domain.PARTNERSHIP,
  version: 'partnership-claim-2026-11',
  rules: claimants.map(({ took: _took, ...who }) => ({
    ...who,
    tier: 'EXISTENCE',
    act: 'WRITE',
    through: ['SELF_CLAIMED'],
    outcome: 'FULL',
  })),
};
