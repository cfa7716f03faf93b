import { allow, byAgreement, byLaw, mayRead } from '../../../../platform/access/allow.js';
import type { Policy } from '../../../../platform/access/rule.js';
import { schoolSupport } from '../../../../platform/vocabulary/purpose.js';
import { schoolLeaders, socialWorkers, virtualSchoolStaff } from '../../../../platform/vocabulary/role-groups.js';
import { educationPolicy } from '../../child/education.policy.js';

const onRoll = byLaw('SCHOOL_ROLL').because('The child is on the roll of your school, which decides on suspensions.');
const livesHere = byAgreement('RESIDENCE').because(
  'The child lives in the area of your council, which is told of them.',
);
const keptOut = byLaw('RESIDENCE').because(
  'The child lives in the area of your council, which schools tell of every child they suspend or exclude.',
);
const caseload = byAgreement('CASELOAD').because('The child is on your caseload or your team’s.');
const lookedAfter = byAgreement('LOOKED_AFTER_DUTY').because('The child is looked after.');
const onPlan = byAgreement('PLAN_DUTY').because('The child is on a Child in Need or Child Protection plan.');

/**
 * Who goes through the children who were suspended or excluded: those to whom the policy of education opens each child’s record by a
 * tie that lasts. It opens nothing by itself: what is shown of whom is that policy’s to say, and the database’s.
 */
export const suspendedListPolicy: Policy = {
  domain: educationPolicy.domain,
  version: educationPolicy.version,
  rules: mayRead('T2', [
    allow(schoolLeaders).for(schoolSupport, 'SAFEGUARDING').when(onRoll),
    allow('exclusions-officer').for('EXCLUSION').when(keptOut),
    allow('send-officer').for('EHC_ASSESSMENT').when(livesHere),
    allow(socialWorkers).for('SAFEGUARDING', 'DIRECT_CARE').when(caseload),
    allow(virtualSchoolStaff).for('VIRTUAL_SCHOOL_DUTY').when(lookedAfter),
    allow('virtual-school-adviser').for('VIRTUAL_SCHOOL_DUTY').when(onPlan),
  ]),
};
