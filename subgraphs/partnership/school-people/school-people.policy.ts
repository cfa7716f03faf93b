import type { Purpose } from '../../../platform/vocabulary/purpose.js';
import {
  assessors,
  clinicians,
  isAmong,
  otherGuests,
  providerStaff,
  type RoleGroup,
  schoolingOfficers,
  schoolLeaders,
  socialWorkers,
  virtualSchoolStaff,
} from '../../../platform/vocabulary/role-groups.js';

/** Those who work with children. */
const practitioners = [
  ...schoolLeaders,
  ...assessors,
  ...schoolingOfficers,
  ...socialWorkers,
  ...virtualSchoolStaff,
  ...clinicians,
  ...otherGuests,
] as const satisfies RoleGroup;

/** What somebody who works with children asks for in that work. */
const work: readonly Purpose[] = [
  'DIRECT_CARE',
  'EHC_ASSESSMENT',
  'SAFEGUARDING',
  'VIRTUAL_SCHOOL_DUTY',
  'EARLY_HELP',
  'TEAM_AROUND_SCHOOL',
  'ATTENDANCE',
  'EXCLUSION',
];

interface Asker {
  readonly role: string;
  readonly purpose: string;
}

/**
 * Who holds which post at a school: shown to whoever works with children, at whichever body, and to those who keep a provider's
 * lists. It is about staff and no child, so that no relationship is asked for. The database holds to it as well
 * (`partnership.reads_posts`).
 */
export const mayReadPosts = ({ role }: Pick<Asker, 'role'>): boolean =>
  isAmong(role, [...practitioners, ...providerStaff]);

/**
 * How to reach them at work: shown to whoever works with children, for that work; not to those who keep lists, and to nobody
 * who plans services. The database holds to it as well (`partnership.reads_contacts`).
 */
export const mayReadContacts = ({ role, purpose }: Asker): boolean =>
  isAmong(role, practitioners) && (work as readonly string[]).includes(purpose);
