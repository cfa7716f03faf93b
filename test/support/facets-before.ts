import type { Facet, ToldAs } from '../../platform/vocabulary/facet.js';
import {
  assessors,
  isAmong,
  providerStaff,
  type RoleGroup,
  schoolLeaders,
  socialWorkers,
  virtualSchoolStaff,
} from '../../platform/vocabulary/role-groups.js';

// Before rules had facets, these lists of roles stood in services: kept to prove that nobody sees more or less by rules.
const educationRoles = [...schoolLeaders, ...assessors, ...virtualSchoolStaff] as const;

/** What was a list of roles then. Who is told of what, and which service it is, never was one. */
type Before = Exclude<Facet, 'SENSITIVE_SERVICE' | 'AGENDA' | ToldAs>;

const rolesBefore: Readonly<Record<Before, RoleGroup>> = {
  UPN: educationRoles,
  ULN: educationRoles,
  NHS_NUMBER: providerStaff,
  SOCIAL_CARE_ID: [...socialWorkers, ...virtualSchoolStaff],
  HISTORY: [...socialWorkers, ...virtualSchoolStaff],
};

const facets = Object.keys(rolesBefore) as Before[];

/** Which of them a role that sees the record saw in it, as it was. */
export const facetsBefore = (role: string, of: 'NUMBERS' | 'HISTORY'): Facet[] =>
  facets.filter((facet) => (facet === 'HISTORY') === (of === 'HISTORY') && isAmong(role, rolesBefore[facet])).sort();
