import { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';
import {
  assessors,
  isAmong,
  providerStaff,
  type RoleGroup,
  schoolLeaders,
  socialWorkers,
  virtualSchoolStaff,
} from '../../../platform/vocabulary/role-groups.js';

const educationRoles = [...schoolLeaders, ...assessors, ...virtualSchoolStaff] as const;

/**
 * The roles of the domain that issues each kind of number: it leaves the child index to nobody else, so that no
 * agency comes to hold another's key to the child.
 */
const rolesFor: Readonly<Record<IdentifierType, RoleGroup>> = {
  [IdentifierType.UPN]: educationRoles,
  [IdentifierType.ULN]: educationRoles,
  [IdentifierType.NHS_NUMBER]: providerStaff,
  [IdentifierType.SOCIAL_CARE_ID]: [...socialWorkers, ...virtualSchoolStaff],
};

/** Whether a role may be shown a child's number of this kind. */
export function mayHold(role: string, type: IdentifierType): boolean {
  return isAmong(role, rolesFor[type]);
}
