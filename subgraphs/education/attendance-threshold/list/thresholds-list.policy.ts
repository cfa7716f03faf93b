import { allow, byAgreement, byLaw, mayRead } from '../../../../platform/access/allow.js';
import type { Policy } from '../../../../platform/access/rule.js';
import { schoolSupport } from '../../../../platform/vocabulary/purpose.js';
import { schoolLeaders, socialWorkers, virtualSchoolStaff } from '../../../../platform/vocabulary/role-groups.js';
import { educationPolicy } from '../../child/education.policy.js';

const onRoll = byLaw('SCHOOL_ROLL').because('The child is on the roll of your school, which makes the returns.');
const livesHere = byAgreement('RESIDENCE').because(
  'The child lives in the area of your council, which is told of them.',
);
const returnsTold = byLaw('RESIDENCE').because(
  'The child lives in the area of your council, to which schools make attendance and sickness returns.',
);
const caseload = byAgreement('CASELOAD').because('The child is on your caseload or your team’s.');
const lookedAfter = byAgreement('LOOKED_AFTER_DUTY').because('The child is looked after.');
const onPlan = byAgreement('PLAN_DUTY').because('The child is on a Child in Need or Child Protection plan.');

/**
 * Who goes through the thresholds that children have come to: those to whom the policy of education opens each child’s record
 * by a tie that lasts. It opens nothing by itself: what is shown of whom is that policy’s to say, and the database’s.
 */
export const thresholdsListPolicy: Policy = {
  domain: educationPolicy.domain,
  version: educationPolicy.version,
  rules: mayRead('T2', [
    allow(schoolLeaders).for(schoolSupport, 'SAFEGUARDING').when(onRoll),
    allow('attendance-officer').for('ATTENDANCE').when(returnsTold),
    allow('send-officer').for('EHC_ASSESSMENT').when(livesHere),
    allow(socialWorkers).for('SAFEGUARDING', 'DIRECT_CARE').when(caseload),
    allow(virtualSchoolStaff).for('VIRTUAL_SCHOOL_DUTY').when(lookedAfter),
    allow('virtual-school-adviser').for('VIRTUAL_SCHOOL_DUTY').when(onPlan),
  ]),
};
