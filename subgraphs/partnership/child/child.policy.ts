import { allow, byAgreement, byLaw, mayKnowOf, mayRead } from '../../../platform/access/allow.js';
import { educationNumbers, everyNumber } from '../../../platform/vocabulary/facet.js';
import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { schoolSupport } from '../../../platform/vocabulary/purpose.js';
import {
  assessors,
  clinicians,
  providerStaff,
  schoolLeaders,
  socialWorkers,
  virtualSchoolStaff,
} from '../../../platform/vocabulary/role-groups.js';
import { readsOfClaimants } from './claimants.policy.js';

const onRoll = byLaw('SCHOOL_ROLL').because('The child is on the roll of your school.');
const resident = byAgreement('RESIDENCE', 'CASELOAD').because(
  'The child lives in the council’s area, and it assesses their education, health and care needs.',
);
const schooling = byLaw('RESIDENCE').because(
  'The child lives in the area of your council, which sees to it that children go to school and are provided for out of it.',
);
const caseload = byLaw('CASELOAD').because('The child is on your caseload or your team’s.');
const lookedAfter = byAgreement('LOOKED_AFTER_DUTY').because(
  'The child is looked after, and the virtual school has a duty to the child.',
);
const onceLookedAfter = byAgreement('ONCE_LOOKED_AFTER').because(
  'The child was looked after, and is no longer: that it was so is all that is left open to the virtual school.',
);
const onPlan = byAgreement('PLAN_DUTY').because(
  'The child is on a Child in Need or Child Protection plan, and the virtual school follows the child’s education.',
);
const referred = byAgreement('REFERRAL').because('The child is referred to your provider.');
const onAgenda = byAgreement('TEAM_AROUND_SCHOOL').because(
  'The child is on the agenda of a team around the school that you are a member of.',
);
const inReview = byLaw('MATCH_REVIEW').because('A record that may be this child’s waits for your review.');

/**
 * Who may see who a child is: name, date of birth and sex; and each kind of number, which is for the roles of the domain
 * that issues it: it leaves the child index to nobody else, so that no agency comes to hold another's key to the child.
 * Nobody but the hub's own systems may change it, but match reviewers as far as `match-review.policy.ts` says. Sources:
 * domain.md §6.2, security.md §4.2.
 */
export const childPolicy: Policy = {
  domain: Domain.PARTNERSHIP,
  version: 'partnership-child-2026-11.3',
  rules: [
    ...mayRead('T1', [
      allow(schoolLeaders).for(schoolSupport, 'SAFEGUARDING').when(onRoll).with(educationNumbers),
      allow(assessors).for('EHC_ASSESSMENT').when(resident).with(educationNumbers),
      allow('attendance-officer').for('ATTENDANCE').when(schooling).with(educationNumbers),
      allow('exclusions-officer').for('EXCLUSION').when(schooling).with(educationNumbers),
      allow(socialWorkers)
        .for('SAFEGUARDING', 'DIRECT_CARE', 'TEAM_AROUND_SCHOOL')
        .when(caseload)
        .with('SOCIAL_CARE_ID'),
      allow(virtualSchoolStaff).for('VIRTUAL_SCHOOL_DUTY').when(lookedAfter).with(educationNumbers, 'SOCIAL_CARE_ID'),
      allow('virtual-school-adviser').for('VIRTUAL_SCHOOL_DUTY').when(onPlan).with(educationNumbers, 'SOCIAL_CARE_ID'),
      allow(providerStaff).for('DIRECT_CARE', 'TEAM_AROUND_SCHOOL').when(referred).with('NHS_NUMBER'),
      allow(schoolLeaders, 'educational-psychologist').for('TEAM_AROUND_SCHOOL').when(onAgenda).with(educationNumbers),
      allow(clinicians).for('TEAM_AROUND_SCHOOL').when(onAgenda).with('NHS_NUMBER'),
      allow('social-worker').for('TEAM_AROUND_SCHOOL').when(onAgenda).with('SOCIAL_CARE_ID'),
      allow('team-around-school-lead').for('TEAM_AROUND_SCHOOL').when(onAgenda),
      allow('match-reviewer').for('MATCHING').when(inReview),
    ]),
    ...mayKnowOf([allow(virtualSchoolStaff).for('VIRTUAL_SCHOOL_DUTY').when(onceLookedAfter)]),
    ...readsOfClaimants,
  ],
  shows: [
    { tier: 'T1', fields: ['Child.name', 'Child.dateOfBirth', 'Child.diedOn', 'Child.age', 'Child.sex'] },
    { tier: 'T1', fields: ['Child.identifiers'], facets: everyNumber },
    { tier: 'T1', fields: ['Child.recordsVersion'] },
  ],
};
