/** Every role that somebody may have in use: a token carries one of them. What a role may see is for policies alone. */
export const roles = [
  'senco',
  'designated-safeguarding-lead',
  'headteacher',
  'send-officer',
  'ehc-coordinator',
  'educational-psychologist',
  'attendance-officer',
  'exclusions-officer',
  'social-worker',
  'social-work-team-manager',
  'virtual-school-head',
  'virtual-school-adviser',
  'camhs-clinician',
  'salt-therapist',
  'health-admin',
  'team-around-school-lead',
  'commissioner',
  'analyst',
  'match-reviewer',
  'ig-officer',
  'auditor',
  'integrator',
] as const;

export type Role = (typeof roles)[number];
