import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

const agreement = 'area-send-sharing';
const read = { tier: 'T3', act: 'READ', outcome: 'FULL' } as const;

/**
 * Who may see that a child waits for a health service, and for how long. Status only: notes stay with the provider.
 * Sources: domain.md §6.2, security.md §4.2.
 */
export const waitingListPolicy: Policy = {
  domain: Domain.HEALTH,
  version: 'health-2026-11',
  rules: [
    {
      ...read,
      roles: ['camhs-clinician', 'salt-therapist', 'health-admin'],
      purposes: ['DIRECT_CARE', 'TEAM_AROUND_SCHOOL'],
      through: ['REFERRAL'],
      because: 'The child is referred to your provider.',
    },
    {
      tier: 'T3',
      act: 'WRITE',
      roles: ['camhs-clinician', 'salt-therapist', 'health-admin'],
      purposes: ['DIRECT_CARE'],
      through: ['REFERRAL'],
      outcome: 'FULL',
      because: 'Your provider keeps this waiting list.',
    },
    {
      ...read,
      roles: ['senco', 'designated-safeguarding-lead', 'headteacher'],
      purposes: ['TEAM_AROUND_SCHOOL', 'EHC_ASSESSMENT', 'EARLY_HELP', 'SAFEGUARDING'],
      through: ['SCHOOL_ROLL'],
      agreement,
      because: 'The child is on the roll of your school, which is told of waits so that it can support meanwhile.',
    },
    {
      ...read,
      roles: ['send-officer', 'ehc-coordinator', 'educational-psychologist'],
      purposes: ['EHC_ASSESSMENT'],
      through: ['RESIDENCE', 'CASELOAD'],
      agreement,
      because: 'The council assesses the child’s education, health and care needs.',
    },
    {
      ...read,
      roles: ['social-worker', 'social-work-team-manager'],
      purposes: ['SAFEGUARDING', 'DIRECT_CARE'],
      through: ['CASELOAD'],
      agreement,
      because: 'The child is on your caseload, and you are told the status of waits.',
    },
    {
      ...read,
      roles: ['virtual-school-head', 'virtual-school-adviser'],
      purposes: ['VIRTUAL_SCHOOL_DUTY'],
      through: ['VIRTUAL_SCHOOL_DUTY'],
      agreement,
      because: 'The virtual school has a duty to the child, and is told the status of waits.',
    },
    {
      ...read,
      roles: [
        'senco',
        'social-worker',
        'educational-psychologist',
        'camhs-clinician',
        'salt-therapist',
        'team-around-school-lead',
      ],
      purposes: ['TEAM_AROUND_SCHOOL'],
      through: ['TEAM_AROUND_SCHOOL'],
      agreement,
      because: 'The child is on the agenda of a team around the school that you are a member of.',
    },
  ],
};
