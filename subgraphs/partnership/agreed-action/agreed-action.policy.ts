import { allow, byAgreement, byLaw, mayChange, mayRead } from '../../../platform/access/allow.js';
import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { socialWorkers, virtualSchoolStaff } from '../../../platform/vocabulary/role-groups.js';
import { teamAroundSchoolPolicy } from '../team-around-school/team-around-school.policy.js';

const lookedAfter = byLaw('LOOKED_AFTER_DUTY').because(
  'The child is looked after, and the virtual school agrees with others what is to be done.',
);
const onPlan = byAgreement('PLAN_DUTY').because(
  'The child is on a Child in Need or Child Protection plan, and the virtual school agrees with others what is to be done.',
);
const caseload = byLaw('CASELOAD').because('You work with the child, and agree with others what is to be done.');

const staff = allow(virtualSchoolStaff).for('VIRTUAL_SCHOOL_DUTY').when(lookedAfter);
const adviser = allow('virtual-school-adviser').for('VIRTUAL_SCHOOL_DUTY').when(onPlan);
const socialWorker = allow(socialWorkers).for('SAFEGUARDING', 'DIRECT_CARE').when(caseload);
// The social worker is one of those who see what stands on an agenda already: see the policy of the team around the school.
const manager = allow('social-work-team-manager').for('SAFEGUARDING', 'DIRECT_CARE').when(caseload);

/**
 * Who may see, record and complete what was agreed to be done for a child on a plan, or in care: those who go through the
 * week of these children together. It says why it was agreed, so it is protection detail (T4). They see what a school's team
 * agreed (T2) besides. Sources: domain.md §6.2; docs/decisions/0043-the-partnership-owns-what-was-agreed.md.
 */
export const agreedActionPolicy: Policy = {
  domain: Domain.PARTNERSHIP,
  version: 'partnership-agreed-action-2026-11',
  rules: [
    ...mayRead('T4', [staff, adviser, socialWorker]),
    ...mayChange('T4', [staff, adviser, socialWorker]),
    ...mayRead('T2', [staff, adviser, manager]),
  ],
  shows: [
    { tier: 'T4', fields: ['TriangulationItem.actions'] },
    { tier: 'T4', fields: ['Child.actions'], isPart: true },
    { tier: 'T2', fields: ['Child.actions'], isPart: true },
  ],
};

/** What a school's team agreed stands where its agenda does: for that team, which alone may change it, and for the above. */
export const schoolsActionPolicy: Policy = {
  ...agreedActionPolicy,
  rules: [...agreedActionPolicy.rules, ...teamAroundSchoolPolicy.rules],
};
