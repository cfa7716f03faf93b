import { allow, byAgreement, mayChange } from '../../../platform/access/allow.js';
import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { schoolSupport } from '../../../platform/vocabulary/purpose.js';
import { assessors, schoolLeaders, socialWorkers } from '../../../platform/vocabulary/role-groups.js';

const onRoll = byAgreement('SCHOOL_ROLL').because(
  'The child is on the roll of your school, which may refer to a service.',
);
const assessed = byAgreement('RESIDENCE', 'CASELOAD').because(
  'The council assesses the child’s education, health and care needs, and may refer to a service.',
);
const caseload = byAgreement('CASELOAD').because('The child is on your caseload, and you may refer to a service.');

/**
 * Who may refer a child to a health service: those who may see how the child then waits. They add a referral of their own
 * and change no entry; the database holds to that as well. Clinicians refer by the rule that lets them keep their list.
 */
export const referPolicy: Policy = {
  domain: Domain.HEALTH,
  version: 'health-refer-2026-11',
  rules: mayChange('T3', [
    allow(schoolLeaders).for(schoolSupport, 'SAFEGUARDING').when(onRoll),
    allow(assessors).for('EHC_ASSESSMENT').when(assessed),
    allow(socialWorkers).for('SAFEGUARDING', 'DIRECT_CARE').when(caseload),
  ]),
};
