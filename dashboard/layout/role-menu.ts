/** An entry of the menu. */
export interface MenuEntry {
  readonly address: string;
  readonly title: string;
}

/** Of a viewer, what the menu depends on. */
export interface MenuViewer {
  readonly role: string;
  readonly organisation: { readonly id: string; readonly kind: string | null };
}

const search: MenuEntry = { address: '/children', title: 'Search' };
const notices: MenuEntry = { address: '/notices', title: 'Notices' };
const changes: MenuEntry = { address: '/changes', title: 'What changed' };
const waiting: MenuEntry = { address: '/waiting-lists', title: 'Waiting lists' };
const virtualSchool: MenuEntry = { address: '/virtual-school', title: 'Virtual school' };
const schools: MenuEntry = { address: '/schools', title: 'School' };

const entries: Readonly<Record<string, readonly MenuEntry[]>> = {
  senco: [search, notices, changes, waiting],
  'designated-safeguarding-lead': [search, notices, changes, waiting],
  headteacher: [search, notices, changes],
  'team-around-school-lead': [schools, search],
  'social-worker': [search, notices, changes, virtualSchool, schools],
  'social-work-team-manager': [virtualSchool, search, notices],
  'educational-psychologist': [search, schools],
  'ehc-coordinator': [search],
  'send-officer': [search, waiting],
  'attendance-officer': [search],
  'exclusions-officer': [search],
  'virtual-school-head': [virtualSchool, search, notices],
  'virtual-school-adviser': [virtualSchool, search, notices, changes],
  'camhs-clinician': [waiting, search, changes],
  'salt-therapist': [waiting, search, changes],
  'health-admin': [waiting, search],
};

/** What somebody can use, their landing page first. Who has no weekly page yet has none: no entry leads to nothing. */
export function menuOf({ role, organisation }: MenuViewer): readonly MenuEntry[] {
  const own = entries[role] ?? [];
  return organisation.kind === 'school' ? [{ address: `/schools/${organisation.id}`, title: 'School' }, ...own] : own;
}
