import type { Role } from './role.js';

/** Roles that are named together, never none. */
export type RoleGroup = readonly [Role, ...Role[]];

/** Those who lead a school. */
export const schoolLeaders = ['senco', 'headteacher', 'designated-safeguarding-lead'] as const satisfies RoleGroup;

/** Those who assess for the council what education, health and care a child needs. */
export const assessors = ['send-officer', 'ehc-coordinator', 'educational-psychologist'] as const satisfies RoleGroup;

/** Those of the council to whom schools answer for children who miss school, and for those they keep out of it. */
export const schoolingOfficers = ['attendance-officer', 'exclusions-officer'] as const satisfies RoleGroup;

export const socialWorkers = ['social-worker', 'social-work-team-manager'] as const satisfies RoleGroup;

export const virtualSchoolStaff = ['virtual-school-head', 'virtual-school-adviser'] as const satisfies RoleGroup;

/** Those who treat children at a provider of health services. */
export const clinicians = ['camhs-clinician', 'salt-therapist'] as const satisfies RoleGroup;

/** Those who keep a provider's waiting lists. */
export const providerStaff = [...clinicians, 'health-admin'] as const satisfies RoleGroup;

/** Guests of the team around a school who are no social workers. */
export const otherGuests = ['educational-psychologist', 'team-around-school-lead'] as const satisfies RoleGroup;

/** Those who may sit in the team around a school besides the school's own and clinicians. */
export const teamGuests = ['social-worker', ...otherGuests] as const satisfies RoleGroup;

/** Whether the role a caller has in use is one of these. A token may carry one that nobody here has heard of. */
export const isAmong = (role: string, group: readonly Role[]): boolean => (group as readonly string[]).includes(role);
