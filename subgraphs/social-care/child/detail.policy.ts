import type { Rule } from '../../../platform/access/rule.js';

const agreement = 'area-send-sharing';
const read = { tier: 'T3', act: 'READ', outcome: 'FULL' } as const;

/** Who may see status, worker and plan dates. The safeguarding lead has rules of their own. Source: domain.md §6.2. */
export const detailRules: readonly Rule[] = [
  {
    ...read,
    roles: ['designated-safeguarding-lead'],
    purposes: ['SAFEGUARDING'],
    through: ['SCHOOL_ROLL'],
    because: 'You lead safeguarding at the school whose roll the child is on.',
  },
  {
    ...read,
    roles: ['designated-safeguarding-lead'],
    purposes: ['TEAM_AROUND_SCHOOL'],
    through: ['SCHOOL_ROLL'],
    agreement,
    because: 'You lead safeguarding at the school whose roll the child is on, which is told of status and worker.',
  },
  {
    ...read,
    roles: ['social-worker', 'social-work-team-manager'],
    purposes: ['SAFEGUARDING', 'DIRECT_CARE', 'TEAM_AROUND_SCHOOL'],
    through: ['CASELOAD'],
    because: 'The child is on your caseload.',
  },
  {
    ...read,
    roles: ['virtual-school-head', 'virtual-school-adviser'],
    purposes: ['VIRTUAL_SCHOOL_DUTY'],
    through: ['VIRTUAL_SCHOOL_DUTY'],
    because: 'The virtual school has a duty towards the child.',
  },
  {
    ...read,
    roles: ['senco', 'headteacher'],
    purposes: ['TEAM_AROUND_SCHOOL', 'EHC_ASSESSMENT', 'EARLY_HELP'],
    through: ['SCHOOL_ROLL'],
    agreement,
    because: 'The child is on the roll of your school, which is told of status and worker.',
  },
  {
    ...read,
    roles: ['camhs-clinician', 'salt-therapist'],
    purposes: ['DIRECT_CARE'],
    through: ['REFERRAL'],
    agreement,
    because: 'The child is referred to your provider, which is told of status and worker.',
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
];
