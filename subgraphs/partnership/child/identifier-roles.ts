import { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';

const educationRoles = [
  'senco',
  'headteacher',
  'designated-safeguarding-lead',
  'send-officer',
  'ehc-coordinator',
  'educational-psychologist',
  'virtual-school-head',
  'virtual-school-adviser',
];

/**
 * The roles of the domain that issues each kind of number: it leaves the child index to nobody else, so that no
 * agency comes to hold another's key to the child.
 */
const rolesFor: Readonly<Record<IdentifierType, readonly string[]>> = {
  [IdentifierType.UPN]: educationRoles,
  [IdentifierType.ULN]: educationRoles,
  [IdentifierType.NHS_NUMBER]: ['camhs-clinician', 'salt-therapist', 'health-admin'],
  [IdentifierType.SOCIAL_CARE_ID]: [
    'social-worker',
    'social-work-team-manager',
    'virtual-school-head',
    'virtual-school-adviser',
  ],
};

/** Whether a role may be shown a child's number of this kind. */
export function mayHold(role: string, type: IdentifierType): boolean {
  return rolesFor[type].includes(role);
}
