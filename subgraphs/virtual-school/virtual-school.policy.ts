import type { Policy } from '../../platform/access/rule.js';
import { Domain } from '../../platform/vocabulary/domain.js';

const agreement = 'area-send-sharing';

/** What the rules share: Personal Education Plans. */
const plans = { tier: 'T2', act: 'READ', outcome: 'FULL' } as const;

/**
 * Who may see a child's Personal Education Plans. The copies the virtual school keeps of social care's and education's
 * facts are under those domains' own policies. Sources: domain.md §6.2; a plan is part of a looked-after child's care
 * plan, which is the law's own reason for the virtual school and the social worker.
 */
export const virtualSchoolPolicy: Policy = {
  domain: Domain.VIRTUAL_SCHOOL,
  version: 'virtual-school-2026-11',
  rules: [
    {
      ...plans,
      roles: ['virtual-school-head', 'virtual-school-adviser'],
      purposes: ['VIRTUAL_SCHOOL_DUTY'],
      through: ['VIRTUAL_SCHOOL_DUTY'],
      because: 'The virtual school has a duty to the child.',
    },
    {
      ...plans,
      roles: ['senco'],
      purposes: ['TEAM_AROUND_SCHOOL', 'EHC_ASSESSMENT', 'EARLY_HELP'],
      through: ['SCHOOL_ROLL'],
      agreement,
      because: 'The child is on the roll of your school, which carries out the plan.',
    },
    {
      ...plans,
      roles: ['designated-safeguarding-lead'],
      purposes: ['SAFEGUARDING', 'TEAM_AROUND_SCHOOL'],
      through: ['SCHOOL_ROLL'],
      agreement,
      because: 'The child is on the roll of your school, which carries out the plan.',
    },
    {
      ...plans,
      roles: ['headteacher'],
      purposes: ['TEAM_AROUND_SCHOOL'],
      through: ['SCHOOL_ROLL'],
      agreement,
      because: 'The child is on the roll of your school, which carries out the plan.',
    },
    {
      ...plans,
      roles: ['social-worker', 'social-work-team-manager'],
      purposes: ['SAFEGUARDING', 'DIRECT_CARE', 'TEAM_AROUND_SCHOOL'],
      through: ['CASELOAD'],
      because: 'You work with the child, and the plan is part of the care plan.',
    },
    {
      ...plans,
      roles: ['educational-psychologist', 'ehc-coordinator', 'send-officer'],
      purposes: ['EHC_ASSESSMENT'],
      through: ['RESIDENCE', 'CASELOAD'],
      agreement,
      because: 'The council assesses the child’s education, health and care needs.',
    },
    {
      ...plans,
      roles: [
        'senco',
        'designated-safeguarding-lead',
        'headteacher',
        'social-worker',
        'educational-psychologist',
        'team-around-school-lead',
      ],
      purposes: ['TEAM_AROUND_SCHOOL'],
      through: ['TEAM_AROUND_SCHOOL'],
      agreement,
      because: 'The child is on the agenda of a team around the school that you are a member of.',
    },
  ],
};
