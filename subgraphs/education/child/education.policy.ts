import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

const agreement = 'area-send-sharing';

/** Who may see a child's schools, attendance and special educational needs. Sources: domain.md §6.2, security.md §4.2. */
export const educationPolicy: Policy = {
  domain: Domain.EDUCATION,
  version: 'education-2026-11',
  rules: [
    {
      tier: 'T2',
      act: 'READ',
      roles: ['senco', 'designated-safeguarding-lead', 'headteacher'],
      purposes: ['TEAM_AROUND_SCHOOL', 'EHC_ASSESSMENT', 'EARLY_HELP', 'SAFEGUARDING'],
      through: ['SCHOOL_ROLL'],
      outcome: 'FULL',
      because: 'The child is on the roll of your school.',
    },
    {
      tier: 'T2',
      act: 'READ',
      roles: ['send-officer', 'ehc-coordinator', 'educational-psychologist'],
      purposes: ['EHC_ASSESSMENT'],
      through: ['RESIDENCE', 'CASELOAD'],
      agreement,
      outcome: 'FULL',
      because: 'The council assesses the child’s education, health and care needs.',
    },
    {
      tier: 'T2',
      act: 'READ',
      roles: ['social-worker', 'social-work-team-manager'],
      purposes: ['SAFEGUARDING', 'DIRECT_CARE'],
      through: ['CASELOAD'],
      agreement,
      outcome: 'FULL',
      because: 'The child is on your caseload or your team’s.',
    },
    {
      tier: 'T2',
      act: 'READ',
      roles: ['virtual-school-head', 'virtual-school-adviser'],
      purposes: ['VIRTUAL_SCHOOL_DUTY'],
      through: ['VIRTUAL_SCHOOL_DUTY'],
      agreement,
      outcome: 'FULL',
      because: 'The virtual school has a duty to promote the child’s education.',
    },
    {
      tier: 'T2',
      act: 'READ',
      roles: ['camhs-clinician', 'salt-therapist'],
      purposes: ['DIRECT_CARE'],
      through: ['REFERRAL'],
      agreement,
      outcome: 'FULL',
      because: 'The child is referred to your provider, which plans its help with the school.',
    },
    {
      tier: 'T2',
      act: 'READ',
      roles: [
        'senco',
        'designated-safeguarding-lead',
        'headteacher',
        'social-worker',
        'educational-psychologist',
        'camhs-clinician',
        'salt-therapist',
        'team-around-school-lead',
      ],
      purposes: ['TEAM_AROUND_SCHOOL'],
      through: ['TEAM_AROUND_SCHOOL'],
      agreement,
      outcome: 'FULL',
      because: 'The child is on the agenda of a team around the school that you are a member of.',
    },
  ],
};
