import { allow, byAgreement, byLaw, mayRead } from '../../../platform/access/allow.js';
import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { schoolSupport } from '../../../platform/vocabulary/purpose.js';
import {
  assessors,
  clinicians,
  providerStaff,
  schoolLeaders,
  socialWorkers,
  teamGuests,
  virtualSchoolStaff,
} from '../../../platform/vocabulary/role-groups.js';
import { readsOfClaimants } from './claimants.policy.js';

const onRoll = byLaw('SCHOOL_ROLL').because('The child is on the roll of your school.');
const resident = byAgreement('RESIDENCE', 'CASELOAD').because(
  'The child lives in the council’s area, and it assesses their education, health and care needs.',
);
const caseload = byLaw('CASELOAD').because('The child is on your caseload or your team’s.');
const duty = byAgreement('VIRTUAL_SCHOOL_DUTY').because('The virtual school has a duty to the child.');
const referred = byAgreement('REFERRAL').because('The child is referred to your provider.');
const onAgenda = byAgreement('TEAM_AROUND_SCHOOL').because(
  'The child is on the agenda of a team around the school that you are a member of.',
);
const inReview = byLaw('MATCH_REVIEW').because('A record that may be this child’s waits for your review.');

/**
 * Who may see who a child is: name, date of birth, sex and the numbers of the reader's own domain. Nobody but the
 * hub's own systems may change it, but match reviewers as far as `match-review.policy.ts` says. Sources: domain.md
 * §6.2, security.md §4.2.
 */
export const childPolicy: Policy = {
  domain: Domain.PARTNERSHIP,
  version: 'partnership-child-2026-11',
  rules: [
    ...mayRead('T1', [
      allow(schoolLeaders).for(schoolSupport, 'SAFEGUARDING').when(onRoll),
      allow(assessors).for('EHC_ASSESSMENT').when(resident),
      allow(socialWorkers).for('SAFEGUARDING', 'DIRECT_CARE', 'TEAM_AROUND_SCHOOL').when(caseload),
      allow(virtualSchoolStaff).for('VIRTUAL_SCHOOL_DUTY').when(duty),
      allow(providerStaff).for('DIRECT_CARE', 'TEAM_AROUND_SCHOOL').when(referred),
      allow(schoolLeaders, clinicians, teamGuests).for('TEAM_AROUND_SCHOOL').when(onAgenda),
      allow('match-reviewer').for('MATCHING').when(inReview),
    ]),
    ...readsOfClaimants,
  ],
};
