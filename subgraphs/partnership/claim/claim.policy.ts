import type { Policy, Rule } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

/** Who is given new cases, and what for. A claim gives nobody more than a case already theirs would. */
const claimants: readonly Pick<Rule, 'roles' | 'purposes' | 'agreement'>[] = [
  { roles: ['social-worker'], purposes: ['SAFEGUARDING', 'DIRECT_CARE'] },
  { roles: ['camhs-clinician', 'salt-therapist'], purposes: ['DIRECT_CARE'], agreement: 'area-send-sharing' },
  {
    roles: ['educational-psychologist', 'ehc-coordinator'],
    purposes: ['EHC_ASSESSMENT'],
    agreement: 'area-send-sharing',
  },
];

/** Whoever took a child on as a new case sees who the child is, for eight hours: time to put the case on record. */
export const readsOfClaimants: readonly Rule[] = claimants.map((who) => ({
  ...who,
  tier: 'T1',
  act: 'READ',
  through: ['SELF_CLAIMED'],
  outcome: 'FULL',
  because: 'You took the child on as a new case within the last eight hours.',
}));

/**
 * Who may take a child on as a new case: no tier of the child's record is changed by it. Source: access.md,
 * "Relationships are data".
 */
export const claimPolicy: Policy = {
  domain: Domain.PARTNERSHIP,
  version: 'partnership-claim-2026-11',
  rules: claimants.map((who) => ({
    ...who,
    tier: 'EXISTENCE',
    act: 'WRITE',
    through: ['SELF_CLAIMED'],
    outcome: 'FULL',
    because: 'Your work is to take on new cases.',
  })),
};
