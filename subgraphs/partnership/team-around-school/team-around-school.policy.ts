import type { Policy, Rule } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

const agreement = 'area-send-sharing';
const atSchool = ['senco', 'headteacher', 'designated-safeguarding-lead'] as const;
const clinicians = ['camhs-clinician', 'salt-therapist'] as const;

const about = (act: Rule['act']): readonly Rule[] => [
  {
    tier: 'T2',
    act,
    roles: atSchool,
    purposes: ['TEAM_AROUND_SCHOOL', 'SAFEGUARDING'],
    through: ['SCHOOL_ROLL'],
    agreement,
    outcome: 'FULL',
    because: 'The child is on the roll of your school, whose team discusses them.',
  },
  {
    tier: 'T2',
    act,
    roles: ['social-worker'],
    purposes: ['TEAM_AROUND_SCHOOL', 'SAFEGUARDING', 'DIRECT_CARE'],
    through: ['CASELOAD'],
    agreement,
    outcome: 'FULL',
    because: 'The child is on your caseload.',
  },
  {
    tier: 'T2',
    act,
    roles: [...atSchool, ...clinicians, 'social-worker', 'educational-psychologist', 'team-around-school-lead'],
    purposes: ['TEAM_AROUND_SCHOOL'],
    through: ['TEAM_AROUND_SCHOOL'],
    agreement,
    outcome: 'FULL',
    because: 'The child is on the agenda of a team around the school that you are a member of.',
  },
];

/**
 * Who may see and change what a team around the school is to discuss about a child. Besides this, only those who
 * belong to that school's team (the database holds to it as well). Source: access.md, "The team around the school".
 */
export const teamAroundSchoolPolicy: Policy = {
  domain: Domain.PARTNERSHIP,
  version: 'partnership-team-around-school-2026-11',
  rules: [...about('READ'), ...about('WRITE')],
};
