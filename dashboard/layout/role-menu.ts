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
const matches: MenuEntry = { address: '/matches', title: 'Matches to review' };
const separations: MenuEntry = { address: '/separations', title: 'Separations' };
const dataQuality: MenuEntry = { address: '/data-quality', title: 'Data quality' };
const schools: MenuEntry = { address: '/schools', title: 'School' };
const suspensions: MenuEntry = { address: '/suspensions', title: 'Suspensions' };
const thresholds: MenuEntry = { address: '/thresholds', title: 'Attendance thresholds' };

const entries: Readonly<Record<string, readonly MenuEntry[]>> = {
  senco: [thresholds, search, notices, changes, waiting],
  'designated-safeguarding-lead': [thresholds, search, notices, changes, waiting],
  headteacher: [thresholds, search, notices, changes, waiting],
  'team-around-school-lead': [schools, search],
  'social-worker': [search, notices, changes, virtualSchool, thresholds, suspensions, schools],
  'social-work-team-manager': [virtualSchool, thresholds, suspensions, search, changes],
  'educational-psychologist': [search, waiting, changes, schools],
  'ehc-coordinator': [search, waiting, changes],
  'send-officer': [search, waiting, suspensions, thresholds, changes],
  'attendance-officer': [thresholds, search],
  'exclusions-officer': [suspensions, search],
  'virtual-school-head': [virtualSchool, suspensions, thresholds, search, notices, changes],
  'virtual-school-adviser': [virtualSchool, suspensions, thresholds, search, notices, changes],
  'camhs-clinician': [waiting, search, changes],
  'salt-therapist': [waiting, search, changes],
  'health-admin': [waiting, search],
  commissioner: [suspensions, dataQuality],
  analyst: [suspensions, dataQuality],
  'match-reviewer': [matches, separations, dataQuality],
  'ig-officer': [dataQuality],
  auditor: [dataQuality],
  integrator: [dataQuality],
};

/** What somebody can use, their landing page first. Who has no weekly page yet has none: no entry leads to nothing. */
export function menuOf({ role, organisation }: MenuViewer): readonly MenuEntry[] {
  const own = entries[role] ?? [];
  if (organisation.kind !== 'school') return own;
  const school = `/schools/${organisation.id}`;
  return [{ address: school, title: 'School' }, { address: `${school}/suspensions`, title: 'Suspensions' }, ...own];
}

/** Which entry a page belongs to: the nearest above it; undefined where it stands under none. */
export const entryOf = (entries: readonly MenuEntry[], path: string): MenuEntry | undefined =>
  entries
    .filter(({ address }) => path === address || path.startsWith(`${address}/`))
    .toSorted((one, other) => other.address.length - one.address.length)[0];
