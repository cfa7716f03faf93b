import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { readsOfClaimants } from './claimants.policy.js';

const agreement = 'area-send-sharing';
const atSchool = ['senco', 'headteacher', 'designated-safeguarding-lead'] as const;
const clinicians = ['camhs-clinician', 'salt-therapist'] as const;
const seen = { tier: 'T1', act: 'READ', outcome: 'FULL' } as const;

/**
 * Who may see who a child is: name, date of birth, sex and the numbers of the reader's own domain. Nobody but the
 * hub's own systems may change it, but match reviewers as far as `match-review.policy.ts` says. Sources: domain.md
 * §6.2, security.md §4.2.
 */
export const childPolicy: Policy = {
  domain: Domain.PARTNERSHIP,
  version: 'partnership-child-2026-11',
  rules: [
    {
      ...seen,
      roles: atSchool,
      purposes: ['TEAM_AROUND_SCHOOL', 'EHC_ASSESSMENT', 'EARLY_HELP', 'SAFEGUARDING'],
      through: ['SCHOOL_ROLL'],
      because: 'The child is on the roll of your school.',
    },
    {
      ...seen,
      roles: ['send-officer', 'ehc-coordinator', 'educational-psychologist'],
      purposes: ['EHC_ASSESSMENT'],
      through: ['RESIDENCE', 'CASELOAD'],
      agreement,
      because: 'The child lives in the council’s area, and it assesses their education, health and care needs.',
    },
    {
      ...seen,
      roles: ['social-worker', 'social-work-team-manager'],
      purposes: ['SAFEGUARDING', 'DIRECT_CARE', 'TEAM_AROUND_SCHOOL'],
      through: ['CASELOAD'],
      because: 'The child is on your caseload or your team’s.',
    },
    {
      ...seen,
      roles: ['virtual-school-head', 'virtual-school-adviser'],
      purposes: ['VIRTUAL_SCHOOL_DUTY'],
      through: ['VIRTUAL_SCHOOL_DUTY'],
      agreement,
      because: 'The virtual school has a duty to the child.',
    },
    {
      ...seen,
      roles: [...clinicians, 'health-admin'],
      purposes: ['DIRECT_CARE', 'TEAM_AROUND_SCHOOL'],
      through: ['REFERRAL'],
      agreement,
      because: 'The child is referred to your provider.',
    },
    {
      ...seen,
      roles: [...atSchool, ...clinicians, 'social-worker', 'educational-psychologist', 'team-around-school-lead'],
      purposes: ['TEAM_AROUND_SCHOOL'],
      through: ['TEAM_AROUND_SCHOOL'],
      agreement,
      because: 'The child is on the agenda of a team around the school that you are a member of.',
    },
    {
      ...seen,
      roles: ['match-reviewer'],
      purposes: ['MATCHING'],
      through: ['MATCH_REVIEW'],
      because: 'A record that may be this child’s waits for your review.',
    },
    ...readsOfClaimants,
  ],
};
