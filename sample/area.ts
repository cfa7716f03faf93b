import { councilCode } from '../platform/vocabulary/council-code.js';
import { postcode } from './person/postcode.js';

/** The fictional council: 990 is the code of no local authority in England. */
export const council = { code: councilCode, name: 'Aldermere' } as const;

/** What a school teaches; a pupil referral unit and a special school take any age of theirs. */
export type SchoolKind = 'primary' | 'secondary' | 'special' | 'referral-unit' | 'nursery';

export interface School {
  readonly urn: string;
  /** Establishment number within the authority, 4 digits: characters 5 to 8 of the UPNs it gives out. */
  readonly establishment: string;
  readonly name: string;
  readonly kind: SchoolKind;
  readonly postcode: string;
  readonly openedOn: string;
}

/** A provider of health services that keeps a waiting list. The codes are of no real organisation. */
export interface Provider {
  readonly ods: string;
  readonly name: string;
}

export const mentalHealthTrust: Provider = { ods: 'XAC01', name: 'Aldermere Mental Health NHS Foundation Trust' };
export const communityTrust: Provider = { ods: 'XSL02', name: 'Aldermere Community Health NHS Trust' };
export const providers: readonly Provider[] = [mentalHealthTrust, communityTrust];

/** A worker of social care, by the council's own id. */
export interface Worker {
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  readonly role: 'SOCIAL_WORKER' | 'FAMILY_HELP_LEAD';
  readonly team: string;
  /** Who manages the team. */
  readonly managerId: string;
}

/** About one school per 220 children, and always the five the story children go to: 900001 to 900005, in this order. */
export function schoolsFor(children: number): readonly School[] {
  const count = Math.max(fixedKinds.length, Math.round(children / 220));
  const built = new Map<SchoolKind, number>();
  return Array.from({ length: count }, (_, index) => {
    const kind = fixedKinds[index] ?? growth[(index - fixedKinds.length) % growth.length] ?? 'primary';
    const nth = built.get(kind) ?? 0;
    built.set(kind, nth + 1);
    return {
      urn: String(900_001 + index),
      establishment: String(establishmentStart[kind] + nth),
      name: schoolName(kind, nth),
      kind,
      postcode: postcode(1 + (index % 20), index % 10, 'SL'),
      openedOn: `${String(1952 + ((index * 7) % 60))}-09-01`,
    };
  });
}

/** Enough workers for about 16 children in need each, one in nine a Family Help lead; `sw-001` is always the same person. */
export function workersFor(children: number): readonly Worker[] {
  const count = Math.max(8, Math.ceil(children / 450));
  return [
    ...staff('SOCIAL_WORKER', 'sw', count, teams, 0),
    ...staff('FAMILY_HELP_LEAD', 'fh', Math.ceil(count / 8), [familyHelp], count),
  ];
}

/** The workers of one profession, by turns in its teams; `after` others, whose names they do not take again. */
function staff(
  role: Worker['role'],
  prefix: string,
  count: number,
  own: readonly string[],
  after: number,
): readonly Worker[] {
  return Array.from({ length: count }, (_, nth) => {
    const index = nth + after;
    const team = own[nth % own.length] ?? '';
    const given = workerNames[index % workerNames.length] ?? 'Jo';
    const family =
      workerSurnames[(index + Math.floor(index / workerNames.length)) % workerSurnames.length] ?? 'Marsden';
    const suffix = index < workerNames.length ? '' : String(index + 1);
    return {
      id: `${prefix}-${numbered(nth)}`,
      name: `${given} ${family}`,
      contact: `${given}.${family}${suffix}@aldermere.example`.toLowerCase(),
      role,
      team,
      managerId: `swm-${numbered([...teams, familyHelp].indexOf(team))}`,
    };
  });
}

const numbered = (index: number): string => String(index + 1).padStart(3, '0');

const teams = ['Safeguarding North', 'Safeguarding South', 'Children Looked After', 'Assessment', 'Disabled Children'];
const familyHelp = 'Family Help';
const workerNames = 'Jo Priya Marcus Ros Imran Helen Kwame Agnieszka Dawn Tariq Beth Lorraine Sunil Gareth'.split(' ');
const workerSurnames = 'Marsden Nair Bright Tennant Aziz Lowther Addo Pawlak Keane Saleem Frost Dyer Rao'.split(' ');

const fixedKinds: readonly SchoolKind[] = ['primary', 'secondary', 'special', 'referral-unit', 'nursery'];
/** How an area grows: in every twenty more schools thirteen primaries, four secondaries, one each of the rest. */
const growth: readonly SchoolKind[] = [
  ...(['primary', 'primary', 'secondary', 'primary', 'primary', 'primary', 'primary', 'secondary', 'primary'] as const),
  ...(['special', 'primary', 'primary', 'secondary', 'primary', 'primary', 'nursery', 'primary', 'secondary'] as const),
  ...(['primary', 'referral-unit'] as const),
];
const establishmentStart: Readonly<Record<SchoolKind, number>> = {
  nursery: 1001,
  'referral-unit': 1101,
  primary: 2001,
  secondary: 4001,
  special: 7001,
};

const places = (
  'Alder Bank|St Thérèse|Fox Hollow|Kingsmead|Heron Brook|Castle Hill|Larkfield|Willow Park|Quarry Road|St Aidan|' +
  'Brindle Street|Highfield|Moorside|Old Mill|Riverside|Thornton Green|Mere Lane|Oakwood|Saltway|Elm Grove|' +
  'Beacon Hill|Ferndale|Westgate|Marlpit|Coppice Road|Sandford|Rosehill|Millbrook|Harbour Road|Ashdown'
).split('|');
const styles: Readonly<Record<SchoolKind, readonly string[]>> = {
  primary: ['Primary School', 'Community Primary School', 'Church of England Primary School', 'Primary Academy'],
  secondary: ['High School', 'Academy', 'College'],
  special: ['School', 'Special School'],
  'referral-unit': ['Pupil Referral Unit', 'Alternative Provision Academy'],
  nursery: ['Nursery School', 'Early Years Centre'],
};
/** Kinds start at different places, so that a secondary and the primary beside it do not share a name. */
const firstPlace: Readonly<Record<SchoolKind, number>> = {
  primary: 0,
  secondary: 5,
  special: 17,
  'referral-unit': 22,
  nursery: 26,
};

function schoolName(kind: SchoolKind, nth: number): string {
  const place = places[(nth + firstPlace[kind]) % places.length] ?? '';
  const round = Math.floor(nth / places.length);
  const style = styles[kind][round % styles[kind].length] ?? '';
  const again = Math.floor(round / styles[kind].length);
  return `${place} ${style}${again === 0 ? '' : ` ${String(again + 1)}`}`;
}
