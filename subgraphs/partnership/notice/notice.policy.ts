import { allow, byAgreement, byLaw, mayChange, mayRead } from '../../../platform/access/allow.js';
import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { schoolLeaders, virtualSchoolStaff } from '../../../platform/vocabulary/role-groups.js';

const lookedAfter = byLaw('LOOKED_AFTER_DUTY').because(
  'The child is looked after, and the virtual school is told what happens to the child.',
);
const onPlan = byAgreement('PLAN_DUTY').because(
  'The child is on a Child in Need or Child Protection plan, and the virtual school’s adviser is told what happens to the child.',
);
const caseload = byAgreement('CASELOAD').because('You work with the child, and are told what happens to the child.');
const onRoll = byAgreement('SCHOOL_ROLL').because(
  'The child is on the roll of your school, which is told what it must know to keep the child safe.',
);

const virtualSchool = [
  allow(virtualSchoolStaff).for('VIRTUAL_SCHOOL_DUTY').when(lookedAfter),
  allow('virtual-school-adviser').for('VIRTUAL_SCHOOL_DUTY').when(onPlan),
];

/** Those for whom the policies of agreed actions and of the team around the school open the partnership's own word (T2) already. */
const others = [
  allow('social-worker').for('SAFEGUARDING', 'DIRECT_CARE').when(caseload),
  allow(schoolLeaders).for('TEAM_AROUND_SCHOOL', 'SAFEGUARDING').when(onRoll),
];

/**
 * Who has an inbox, and may say there that a notice was read and the risk considered. Of what they are told is not said
 * here: each fact stands under its own domain's policy, which names by a facet (`TOLD_AS_…`) who is to be told of it, so that
 * nobody is told more than they may see. Whoever no longer has the duty sees no notice of the child.
 */
export const noticePolicy: Policy = {
  domain: Domain.PARTNERSHIP,
  version: 'partnership-notice-2026-11',
  rules: mayChange('T2', virtualSchool),
};

/** The same, with what other policies of the partnership's say: what is asked for is decided by all of it. */
export const inboxPolicy: Policy = {
  ...noticePolicy,
  rules: [...mayRead('T2', [...virtualSchool, ...others]), ...mayChange('T2', [...virtualSchool, ...others])],
};
