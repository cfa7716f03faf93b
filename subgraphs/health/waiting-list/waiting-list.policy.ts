import { allow, byAgreement, byLaw, mayChange, mayRead } from '../../../platform/access/allow.js';
import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { schoolSupport } from '../../../platform/vocabulary/purpose.js';
import {
  assessors,
  clinicians,
  providerStaff,
  schoolLeaders,
  teamGuests,
  virtualSchoolStaff,
} from '../../../platform/vocabulary/role-groups.js';

const referred = byLaw('REFERRAL').because('The child is referred to your provider.');
const keeper = byLaw('REFERRAL').because('Your provider keeps this waiting list.');
const onRoll = byAgreement('SCHOOL_ROLL').because(
  'The child is on the roll of your school, which is told of waits so that it can support meanwhile.',
);
const assessed = byAgreement('RESIDENCE', 'CASELOAD').because(
  'The council assesses the child’s education, health and care needs.',
);
const caseload = byAgreement('CASELOAD').because(
  'The child is on your caseload, and you are told the status of waits.',
);
const lookedAfter = byAgreement('LOOKED_AFTER_DUTY').because(
  'The child is looked after, and the virtual school is told the status of waits.',
);
const onPlan = byAgreement('PLAN_DUTY').because(
  'The child is on a Child in Need or Child Protection plan, and the virtual school’s adviser is told the status of waits.',
);
const onAgenda = byAgreement('TEAM_AROUND_SCHOOL').because(
  'The child is on the agenda of a team around the school that you are a member of.',
);

/**
 * Who may see that a child waits for a health service, and for how long, and who may say how the wait goes on. Status
 * only: notes stay with the provider. Of a service that is not named outside health, a provider's staff whom the child is
 * referred to are told its name, and everybody else that it is a health service. That a child was not brought is for the child's
 * social worker and the safeguarding lead of the child's school to be told (TOLD_AS). Sources: domain.md §6.2, security.md §4.2.
 */
export const waitingListPolicy: Policy = {
  domain: Domain.HEALTH,
  version: 'health-2026-11.2',
  rules: [
    ...mayRead('T3', [
      allow(providerStaff).for('DIRECT_CARE', 'TEAM_AROUND_SCHOOL').when(referred).with('SENSITIVE_SERVICE'),
      allow(schoolLeaders).for(schoolSupport).when(onRoll),
      allow('senco', 'headteacher').for('SAFEGUARDING').when(onRoll),
      allow('designated-safeguarding-lead').for('SAFEGUARDING').when(onRoll).with('TOLD_AS_SCHOOL'),
      allow(assessors).for('EHC_ASSESSMENT').when(assessed),
      allow('social-worker').for('SAFEGUARDING', 'DIRECT_CARE').when(caseload).with('TOLD_AS_SOCIAL_WORKER'),
      allow('social-work-team-manager').for('SAFEGUARDING', 'DIRECT_CARE').when(caseload),
      allow(virtualSchoolStaff).for('VIRTUAL_SCHOOL_DUTY').when(lookedAfter),
      allow('virtual-school-adviser').for('VIRTUAL_SCHOOL_DUTY').when(onPlan),
      allow('senco', clinicians, teamGuests).for('TEAM_AROUND_SCHOOL').when(onAgenda),
    ]),
    ...mayChange('T3', [allow(providerStaff).for('DIRECT_CARE').when(keeper)]),
  ],
  shows: [{ tier: 'T3', fields: ['HealthRecord.waiting'], facets: ['SENSITIVE_SERVICE'], without: 'PART' }],
};
