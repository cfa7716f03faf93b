import type { Policy, Rule } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { detailRules } from './detail.policy.js';

const schoolLead = 'designated-safeguarding-lead';

/** Told without an agreement: a current social worker may not be silenced from the child's school. Source: access.md. */
const existenceToSchoolLead: Rule = {
  tier: 'EXISTENCE',
  act: 'READ',
  roles: [schoolLead],
  purposes: ['SAFEGUARDING', 'TEAM_AROUND_SCHOOL'],
  through: ['SCHOOL_ROLL'],
  outcome: 'EXISTENCE_ONLY',
  because: 'You lead safeguarding at the school whose roll the child is on.',
};

const existenceToOthers = detailRules
  .filter(({ roles }) => !roles.includes(schoolLead))
  .map((rule): Rule => ({ ...rule, tier: 'EXISTENCE', outcome: 'EXISTENCE_ONLY' }));

/**
 * Who may see social care's part in a child's life: the detail (T3), and that a social worker works with the child now
 * (EXISTENCE), told to the same people and to the safeguarding lead whatever agreement lapses.
 */
export const socialCarePolicy: Policy = {
  domain: Domain.SOCIAL_CARE,
  version: 'social-care-2026-11',
  rules: [...detailRules, existenceToSchoolLead, ...existenceToOthers],
};
