import { allow, byAgreement, byLaw, mayKnowOf, mayRead } from '../../../platform/access/allow.js';
import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { schoolSupport } from '../../../platform/vocabulary/purpose.js';
import {
  assessors,
  clinicians,
  socialWorkers,
  otherGuests,
  virtualSchoolStaff,
} from '../../../platform/vocabulary/role-groups.js';

const lead = 'designated-safeguarding-lead';

const safeguards = byLaw('SCHOOL_ROLL').because('You lead safeguarding at the school whose roll the child is on.');
const toldAsLead = byAgreement('SCHOOL_ROLL').because(
  'You lead safeguarding at the school whose roll the child is on, which is told of status and worker.',
);
const caseload = byLaw('CASELOAD').because('The child is on your caseload.');
const lookedAfter = byLaw('LOOKED_AFTER_DUTY').because(
  'The child is looked after, and the virtual school has a duty towards the child.',
);
const onPlan = byAgreement('PLAN_DUTY').because(
  'The child is on a Child in Need or Child Protection plan, and the virtual school’s adviser works with the social worker.',
);
const onRoll = byAgreement('SCHOOL_ROLL').because(
  'The child is on the roll of your school, which is told of status and worker.',
);
const referred = byAgreement('REFERRAL').because(
  'The child is referred to your provider, which is told of status and worker.',
);
const assessed = byAgreement('RESIDENCE', 'CASELOAD').because(
  'The council assesses the child’s education, health and care needs.',
);
const onAgenda = byAgreement('TEAM_AROUND_SCHOOL').because(
  'The child is on the agenda of a team around the school that you are a member of.',
);

/** All but the safeguarding lead of the child's school, who has rules of their own. */
const others = [
  allow(socialWorkers).for('SAFEGUARDING', 'DIRECT_CARE', 'TEAM_AROUND_SCHOOL').when(caseload).with('HISTORY'),
  allow(virtualSchoolStaff).for('VIRTUAL_SCHOOL_DUTY').when(lookedAfter).with('HISTORY'),
  allow('virtual-school-adviser').for('VIRTUAL_SCHOOL_DUTY').when(onPlan).with('HISTORY'),
  allow('senco', 'headteacher').for(schoolSupport).when(onRoll),
  allow(clinicians).for('DIRECT_CARE').when(referred),
  allow(assessors).for('EHC_ASSESSMENT').when(assessed),
  allow('social-worker').for('TEAM_AROUND_SCHOOL').when(onAgenda).with('HISTORY'),
  allow('senco', clinicians, otherGuests).for('TEAM_AROUND_SCHOOL').when(onAgenda),
];

/**
 * Who may see social care's part in a child's life: the detail (T3: status, worker, plan dates), and that a social worker
 * works with the child now (EXISTENCE), told to the same people and to the safeguarding lead whatever agreement lapses: a
 * current social worker may not be silenced from the child's school. The past is more telling than the present: whoever
 * supports the child today needs today's status. HISTORY is for those who plan the child's care, and for the virtual
 * school, which counts attendance over it, while its duty lasts. That a case was closed is for whoever leads safeguarding at
 * the child's school to be told (TOLD_AS_SCHOOL). Sources: domain.md §6.2, access.md.
 */
export const socialCarePolicy: Policy = {
  domain: Domain.SOCIAL_CARE,
  version: 'social-care-2026-11.3',
  rules: [
    ...mayRead('T3', [
      allow(lead).for('SAFEGUARDING').when(safeguards).with('TOLD_AS_SCHOOL'),
      allow(lead).for('TEAM_AROUND_SCHOOL').when(toldAsLead),
      ...others,
    ]),
    ...mayKnowOf([allow(lead).for('SAFEGUARDING', 'TEAM_AROUND_SCHOOL').when(safeguards), ...others]),
  ],
  shows: [
    { tier: 'T3', fields: ['SocialCareRecord.status', 'SocialCareRecord.worker', 'SocialCareRecord.plan'] },
    { tier: 'T3', fields: ['SocialCareRecord.intervals'], facets: ['HISTORY'] },
    { tier: 'EXISTENCE', fields: ['SocialCareRecord.hasSocialWorker'] },
  ],
};
